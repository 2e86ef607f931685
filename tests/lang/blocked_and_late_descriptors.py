# `None` as a special method blocks it, and what becomes a descriptor late counts at once.
import operator


class Equal:
    def __eq__(self, other):
        return True


class Blocked:
    __eq__ = None
    __lt__ = None


class Child(Equal):
    __eq__ = None
    __ne__ = None


e, b, c = Equal(), Blocked(), Child()
for name, x, y in (('eq', e, b), ('eq', b, e), ('eq', e, c), ('eq', c, e), ('ne', e, c), ('lt', b, 1), ('lt', 1, b), ('gt', 1, b)):
    try:
        print(name, getattr(operator, name)(x, y))
    except TypeError as error:
        print(name, error)


class Late:
    pass


class Owner:
    shared = Late()

    def __init__(self):
        self.shared = 'own'


class Other:
    shared = Owner.shared


def read(o):
    return o.shared


def write(o):
    o.shared = 'written'
    return o.__dict__


o, p = Owner(), Other()
for _ in range(50):
    read(o), read(p)
print(read(o), type(read(p)).__name__)
Late.__get__ = lambda self, instance, owner: 'got'
print(read(o), read(p))
for _ in range(50):
    write(o)
print(read(o), read(p))
Late.__set__ = lambda self, instance, value: print('set', value)
print(write(o), read(o))
del Late.__set__
print(write(o), read(o))
del Late.__get__
print(read(o), type(read(p)).__name__)
