class Node:
    def __init__(self, nxt): self.nxt = nxt
    def last(self): return self.nxt.last() if self.nxt else self.value
n = None
for _ in range(8): n = Node(n)
n.last()
