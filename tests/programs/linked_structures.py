class Node:
    __slots__ = ("key", "val", "prev", "next")
    def __init__(self, key=None, val=None): self.key, self.val, self.prev, self.next = key, val, None, None
class LRU:
    def __init__(self, cap):
        self.cap, self.map = cap, {}
        self.head, self.tail = Node(), Node(); self.head.next, self.tail.prev = self.tail, self.head
    def _rm(self, n): n.prev.next, n.next.prev = n.next, n.prev
    def _add(self, n): n.prev, n.next = self.tail.prev, self.tail; self.tail.prev.next = self.tail.prev = n
    def get(self, k, default=-1):
        if k not in self.map: return default
        n = self.map[k]; self._rm(n); self._add(n); return n.val
    def put(self, k, v):
        if k in self.map: self._rm(self.map.pop(k))
        elif len(self.map) >= self.cap: old = self.head.next; self._rm(old); del self.map[old.key]
        n = self.map[k] = Node(k, v); self._add(n)
    def __iter__(self):
        n = self.head.next
        while n is not self.tail: yield n.key, n.val; n = n.next
c = LRU(2); c.put(1, 1); c.put(2, 2); print(c.get(1)); c.put(3, 3); print(c.get(2), list(c)); c.put(1, 10); print(list(c))
try: c.head.foo = 1
except AttributeError as e: print(e)
class LL:
    class _N:
        def __init__(self, v, nx=None): self.v, self.nx = v, nx
    def __init__(self, it=()): self.head = None; self.n = 0; [self.push(x) for x in it]
    def push(self, v): self.head = LL._N(v, self.head); self.n += 1; return self
    def pop(self):
        if not self.head: raise IndexError("pop from empty list")
        v, self.head = self.head.v, self.head.nx; self.n -= 1; return v
    def __iter__(self):
        cur = self.head
        while cur: yield cur.v; cur = cur.nx
    def __len__(self): return self.n
    def reverse(self):
        prev, cur = None, self.head
        while cur: cur.nx, prev, cur = prev, cur, cur.nx
        self.head = prev
    def __repr__(self): return " -> ".join(map(repr, self)) or "empty"
    def __bool__(self): return self.n > 0
l = LL("abc"); print(l, len(l)); l.reverse(); print(l, l.pop(), bool(l)); l.push(1).push(2); print(*l, sep="|"); 
try: 
    while True: l.pop()
except IndexError as e: print(e, l)
class BST:
    root = None
    def insert(self, k):
        def go(n):
            if n is None: return [k, None, None]
            i = 1 if k < n[0] else 2
            n[i] = go(n[i]); return n
        self.root = go(self.root)
    def __iter__(self):
        def walk(n):
            if n: yield from walk(n[1]); yield n[0]; yield from walk(n[2])
        yield from walk(self.root)
    def height(self): 
        h = lambda n: 0 if n is None else 1 + max(h(n[1]), h(n[2]))
        return h(self.root)
t = BST(); [t.insert(x) for x in [5, 2, 8, 1, 9, 3]]; print(list(t), t.height(), 8 in t, sum(t))
class Trie:
    def __init__(self): self.kids, self.end = {}, False
    def add(self, w): 
        n = self
        for ch in w: n = n.kids.setdefault(ch, Trie())
        n.end = True
    def words(self, pre=""):
        if self.end: yield pre
        for ch, k in sorted(self.kids.items()): yield from k.words(pre + ch)
    def find(self, pre):
        n = self
        for ch in pre:
            n = n.kids.get(ch)
            if n is None: return []
        return list(n.words(pre))
tr = Trie(); [tr.add(w) for w in "car card care cat dog do".split()]; print(tr.find("car"), tr.find("do"), tr.find("x"))
class Stack(list):
    push = list.append
    def peek(self): return self[-1] if self else None
s = Stack(); s.push(1); s.push(2); print(s.peek(), s, s.pop(), type(s[:]), type(s + [1]), s == [1])
def balanced(t):
    st, pairs = [], dict(zip(")]}", "([{"))
    for ch in t:
        if ch in pairs.values(): st.append(ch)
        elif ch in pairs and (not st or st.pop() != pairs[ch]): return False
    return not st
print([balanced(x) for x in ("([]{})", "([)]", "(", "")])
def hanoi(n, a="A", b="B", c="C"):
    if n: yield from hanoi(n - 1, a, c, b); yield f"{a}->{c}"; yield from hanoi(n - 1, b, a, c)
print(len(list(hanoi(5))), list(hanoi(2)))
