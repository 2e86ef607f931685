# Who holds an object is finalized before it, whatever came up first.
import gc


class Node:
    def __init__(self, name, held=None):
        self.name = name
        self.held = held

    def __del__(self):
        print('del', self.name, 'holds', self.held.name if self.held else None)


inner = Node('inner')
outer = Node('outer', inner)
del inner, outer
gc.collect()

print('-- made the other way round')
outer = Node('outer')
outer.held = Node('inner')
del outer
gc.collect()

print('-- a chain')
chain = None
for i in range(6):
    chain = Node(i, chain)
chain = None
gc.collect()

print('-- a cycle')
one = Node('one')
two = Node('two', one)
one.held = two
del one, two
gc.collect()

print('-- a suspended generator')


def visit():
    node = Node('in the generator')
    try:
        yield
    finally:
        print('closed with', node.name)


visitor = visit()
next(visitor)
del visitor
gc.collect()

print('-- revived by its holder')
kept = []


class Keeper(Node):
    def __del__(self):
        super().__del__()
        kept.append(self.held)


keeper = Keeper('keeper', Node('kept'))
del keeper
gc.collect()
print(kept[0].name)
kept.clear()
gc.collect()
