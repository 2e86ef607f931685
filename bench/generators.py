"""Generators: pipelines, yield from, send, generator expressions."""
def count(n):
    i = 0
    while i < n:
        yield i
        i += 1

def doubled(source):
    for x in source:
        yield x * 2

def tree(depth):
    if depth:
        yield from tree(depth - 1)
        yield depth
        yield from tree(depth - 1)

def averager():
    total = n = 0
    while True:
        total += yield total // (n or 1)
        n += 1

total = 0
for x in doubled(doubled(count(1500000))):
    total += x
total += sum(x for x in range(2000000) if x & 1)
total += sum(tree(17))
g = averager()
next(g)
for i in range(1000000):
    total += g.send(i)
print(total)
