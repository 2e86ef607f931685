f = lambda: (yield 1)
g=f(); next(g)
try: g.send(2)
except StopIteration as e: print(e.value)
def g0(): return (yield 1)
f2 = lambda: (yield from g0())
g=f2(); next(g)
try: g.send(2)
except StopIteration as e: print(e.value)
class P:
    class cls:
        foo = property()
print(P.cls.__qualname__)
try: P.cls().foo
except AttributeError as e: print(e)
try: P.cls().foo=3
except AttributeError as e: print(e)
def f():
    class K:
        @property
        def z(self): pass
    try: K().z=1
    except AttributeError as e: print(e)
f()
# patterns and virtual classes
import collections
import collections.abc as abc


class Seq(abc.Sequence):
    def __getitem__(self, i):
        if i > 1:
            raise IndexError
        return i

    def __len__(self):
        return 2


class Map(abc.Mapping):
    def __getitem__(self, i):
        return i

    def __len__(self):
        return 2

    def __iter__(self):
        return iter('ab')


class Late:
    def __len__(self):
        return 2

    def __iter__(self):
        return iter((3, 4))


class LateChild(Late):
    pass


def kind(x):
    match x:
        case [a, b]:
            return 'sequence', a, b
        case {}:
            return 'mapping'
        case _:
            return 'neither'


for x in (Seq(), Map(), collections.UserDict(a=1), collections.UserList([1, 2]), collections.deque([1, 2]), Late(), 'ab', b'ab', bytearray(2),
          range(2), memoryview(b'ab'), {}.keys(), collections.ChainMap({}), {1, 2}):
    print(type(x).__name__, kind(x))
abc.Sequence.register(Late)
print(kind(Late()), kind(LateChild()))
print(hasattr(abc.Sequence, '__abc_tpflags__'))
class Both(abc.Mapping, abc.Sequence):
    __len__ = Seq.__len__
    __getitem__ = Seq.__getitem__
    __iter__ = Map.__iter__
print(kind(Both()))
for text in ('case {0: _, False: _}: pass', 'case {0: _, 0.0: _}: pass', 'case {1: _, True: _}: pass', 'case {"a": _, "a": _}: pass'):
    try:
        compile(f'match 1:\n  {text}', '', 'exec')
    except SyntaxError as e:
        print(e.msg, e.offset)


# an exception class that is none, thrown into a generator
class E(Exception):
    def __new__(cls):
        return cls


def generator():
    try:
        yield
    except TypeError as e:
        print('inside:', e)
    yield 'on'


g = generator()
next(g)
print(g.throw(E))


def delegating():
    print(other.gi_yieldfrom)
    yield
    print(other.gi_yieldfrom)


def outer():
    yield from inner


inner = delegating()
other = outer()
print(other.gi_yieldfrom)
next(other)
print(other.gi_yieldfrom is inner)
next(other, None)
print(other.gi_yieldfrom)


# orders that a metaclass gives, also when bases change
class Backwards(type):
    def mro(cls):
        order = super().mro()
        return [order[0], *sorted(order[1:-1], key=lambda k: k.__name__, reverse=True), order[-1]]


class A: x = 'A'
class B: x = 'B'
class C(A, B, metaclass=Backwards): pass
class D(C): pass
print(C.x, D.x, [k.__name__ for k in D.__mro__])
class Z: x = 'Z'
C.__bases__ = (A, Z)
print(C.x, D.x, [k.__name__ for k in D.__mro__])
class Fails(type):
    fail = False
    def mro(cls):
        if Fails.fail:
            raise ValueError('no order')
        return super().mro()
class F(A, metaclass=Fails): pass
Fails.fail = True
try:
    F.__bases__ = (B,)
except ValueError as e:
    print(e, F.__bases__, F.x)
