# A class that nobody has any more is collected, with all that its methods hold; its bases do not keep it.
import gc
import weakref


class Big:
    pass


class Base:
    pass


def make(n):
    held = Big()

    class Local(Base):
        number = n

        def method(self):
            return held

    instance = Local()
    instance.myself = instance
    return weakref.ref(Local), weakref.ref(held)


def deep(n):
    return deep(n - 1) if n else [make(i) for i in range(200)]


refs = deep(20)
gc.collect()
gc.collect()
print(sum(ref() is not None for pair in refs for ref in pair) <= 4, len(Base.__subclasses__()) <= 2)


class Kept(Base):
    pass


class Other(Kept):
    pass


gc.collect()
print([cls.__name__ for cls in Base.__subclasses__() if cls.__name__ != 'Local'], Kept.__subclasses__())
Base.added = 'later'
Base.__len__ = lambda self: 5
print(Other.added, Other().added, len(Other()))


def generations():
    # Old ones die while new ones are made.
    for i in range(3000):
        cls = type(f'Generation{i}', (Base,), {'value': i, 'get': lambda self, i=i: i})
        if cls().get() != cls.value != i or len(cls()) != 5:
            print('wrong', i)
        if i % 500 == 0:
            Base.marker = i
    return cls


print(generations().marker, generations().__mro__[1:])
