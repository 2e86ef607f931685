# Linked list, stack, queue, binary tree and graph, by hand.
from collections import deque


class Node:
    __slots__ = ("value", "next")

    def __init__(self, value, next=None):
        self.value, self.next = value, next


class LinkedList:
    def __init__(self, items=()):
        self.head = None
        self.size = 0
        for item in reversed(list(items)):
            self.push(item)

    def push(self, value):
        self.head = Node(value, self.head)
        self.size += 1

    def pop(self):
        if self.head is None:
            raise IndexError("pop from empty LinkedList")
        node, self.head = self.head, self.head.next
        self.size -= 1
        return node.value

    def reverse(self):
        previous, node = None, self.head
        while node:
            node.next, previous, node = previous, node, node.next
        self.head = previous

    def __iter__(self):
        node = self.head
        while node is not None:
            yield node.value
            node = node.next

    def __len__(self):
        return self.size

    def __repr__(self):
        return "LinkedList([" + ", ".join(map(repr, self)) + "])"


l = LinkedList("abc")
l.push("z")
print(l, len(l), l.pop(), list(l), "b" in l, bool(LinkedList()))
l.reverse()
print(l, [*l][0], *l)
first, *others = l
print(first, others)
try:
    LinkedList().pop()
except IndexError as error:
    print(error)
try:
    Node(1).other = 2
except AttributeError as error:
    print(error)


class Tree:
    def __init__(self, key, left=None, right=None):
        self.key, self.left, self.right = key, left, right

    def insert(self, key):
        side = "left" if key < self.key else "right"
        child = getattr(self, side)
        if child is None:
            setattr(self, side, Tree(key))
        else:
            child.insert(key)

    def __iter__(self):
        if self.left:
            yield from self.left
        yield self.key
        if self.right:
            yield from self.right

    @property
    def height(self):
        return 1 + max((t.height for t in (self.left, self.right) if t), default=0)

    def show(self, depth=0):
        if self.right:
            self.right.show(depth + 1)
        print("    " * depth + str(self.key))
        if self.left:
            self.left.show(depth + 1)


root = Tree(50)
for key in (30, 70, 20, 40, 60, 80, 65):
    root.insert(key)
print(list(root), root.height, 65 in root, 66 in root)
root.show()
graph = {"A": ["B", "C"], "B": ["D"], "C": ["D", "E"], "D": ["F"], "E": ["F"], "F": []}


def shortest(graph, start, goal):
    queue = deque([[start]])
    seen = {start}
    while queue:
        path = queue.popleft()
        if path[-1] == goal:
            return path
        for node in graph[path[-1]]:
            if node not in seen:
                seen.add(node)
                queue.append(path + [node])


def all_paths(graph, node, goal, path=()):
    path += (node,)
    if node == goal:
        return [path]
    return [p for n in graph[node] for p in all_paths(graph, n, goal, path)]


print(shortest(graph, "A", "F"), shortest(graph, "F", "A"))
for path in all_paths(graph, "A", "F"):
    print("->".join(path))
d = deque(range(5), maxlen=5)
d.append(5)
d.appendleft(-1)
d.rotate(2)
print(d, d[0], d.maxlen, list(d)[1:3])
