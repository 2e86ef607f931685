"""A session with the debugger, whose commands come from standard input."""
import os
class Acc:
    def __init__(self, n):
        self.n = n
        self.items = []
    def push(self, v):
        if v < 0:
            raise ValueError("neg")
        self.items.append(v)
        return len(self.items)

def gen(n):
    for i in range(n):
        yield i * i

def work(k):
    acc = Acc(k)
    for i in range(k):
        acc.push(i)
    total = sum(gen(3))
    squares = [q * q for q in acc.items]
    return total + sum(squares)

def outer():
    r = work(3)
    print("r", r)
    d = {'a': 1, 'b': [1, 2, 3]}
    return r

import pdb; pdb.set_trace()
outer()
x = Acc(2)
x.push(1)

