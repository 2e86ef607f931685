"""Allocation and collection of many small objects."""
class Node:
    __slots__ = ("left", "right")
    def __init__(self, left, right):
        self.left = left
        self.right = right

def make(depth):
    if depth == 0:
        return Node(None, None)
    return Node(make(depth - 1), make(depth - 1))

def check(node):
    if node.left is None:
        return 1
    return 1 + check(node.left) + check(node.right)

def run(limit):
    keep = make(limit)
    total = check(make(limit + 1))
    for depth in range(4, limit + 1, 4):
        for _ in range(1 << (limit - depth + 2)):
            total += check(make(depth))
    return total + check(keep)

print(run(15))
