# Linked list, stack, queue, binary search tree, trie and LRU cache as classes.
class LinkedList:
    class Node:
        __slots__ = "value", "next"
        def __init__(self, v, n=None): self.value, self.next = v, n
    def __init__(self, it=()): self.head = None; self.size = 0; [self.push(x) for x in reversed(list(it))]
    def push(self, v): self.head = self.Node(v, self.head); self.size += 1
    def pop(self):
        if self.head is None: raise IndexError("pop from empty list")
        v, self.head = self.head.value, self.head.next; self.size -= 1; return v
    def __iter__(self):
        n = self.head
        while n: yield n.value; n = n.next
    def __len__(self): return self.size
    def __getitem__(self, i):
        if isinstance(i, slice): return LinkedList(list(self)[i])
        for k, v in enumerate(self):
            if k == i: return v
        raise IndexError(i)
    def reverse(self):
        prev, cur = None, self.head
        while cur: cur.next, prev, cur = prev, cur, cur.next
        self.head = prev; return self
    def __repr__(self): return "LinkedList(" + " -> ".join(map(repr, self)) + ")"
    def __eq__(self, o): return list(self) == list(o)
    def __bool__(self): return self.head is not None
l = LinkedList([1, 2, 3, 4])
print(l, len(l), l[2], l[1:3], l.reverse(), 3 in l, l.pop(), list(l), l == [3, 2, 1], sum(l), bool(LinkedList()))
for f in (lambda: l[9], lambda: LinkedList().pop()):
    try: f()
    except IndexError as e: print(repr(e))
class Tree:
    def __init__(self): self.root = None
    def add(self, k):
        if self.root is None: self.root = [k, None, None]; return self
        n = self.root
        while True:
            i = 1 if k < n[0] else 2
            if n[i] is None: n[i] = [k, None, None]; return self
            n = n[i]
    def walk(self, n="root"):
        n = self.root if n == "root" else n
        if n: yield from self.walk(n[1]); yield n[0]; yield from self.walk(n[2])
    def height(self, n="root"):
        n = self.root if n == "root" else n
        return 0 if n is None else 1 + max(self.height(n[1]), self.height(n[2]))
t = Tree()
for x in [5, 2, 8, 1, 9, 3]: t.add(x)
print(list(t.walk()), t.height(), t.root)
class Trie:
    def __init__(self): self.kids, self.end = {}, False
    def add(self, w):
        n = self
        for c in w: n = n.kids.setdefault(c, Trie())
        n.end = True
    def find(self, prefix):
        n = self
        for c in prefix:
            if c not in n.kids: return
            n = n.kids[c]
        stack = [(prefix, n)]
        while stack:
            p, n = stack.pop()
            if n.end: yield p
            stack += [(p + c, k) for c, k in sorted(n.kids.items(), reverse=True)]
tr = Trie(); [tr.add(w) for w in "car card care cat dog do".split()]
print(list(tr.find("car")), list(tr.find("d")), list(tr.find("z")), list(tr.find("")))
class LRU(dict):
    def __init__(self, cap): super().__init__(); self.cap = cap
    def __getitem__(self, k): v = super().pop(k); super().__setitem__(k, v); return v
    def __setitem__(self, k, v):
        self.pop(k, None); super().__setitem__(k, v)
        if len(self) > self.cap: del self[next(iter(self))]
c = LRU(2); c["a"] = 1; c["b"] = 2; c["a"]; c["c"] = 3; print(c, "b" in c)
class Ring:
    def __init__(self, n): self.buf, self.i, self.n = [None] * n, 0, 0
    def put(self, v): self.buf[(self.i + self.n) % len(self.buf)] = v; self.n < len(self.buf) and setattr(self, "n",
            self.n + 1) or setattr(self, "i", (self.i + 1) % len(self.buf)) if self.n == len(self.buf) else setattr(self, "n", self.n + 1)
    def __iter__(self): return (self.buf[(self.i + k) % len(self.buf)] for k in range(self.n))
r = Ring(3); [r.put(x) for x in range(3)]; print(list(r), r.n)
