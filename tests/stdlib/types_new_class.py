# Classes made at run time: metaclass, namespace, __mro_entries__.
import types


class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kwds):
        print('prepare', name, kwds)
        return {'prepared': True}

    def __new__(mcs, name, bases, ns, **kwds):
        return super().__new__(mcs, name, bases, dict(ns))

    def __init__(cls, name, bases, ns, **kwds):
        pass


class Entry:
    def __mro_entries__(self, bases):
        return (int,)


A = types.new_class('A', (), {'metaclass': Meta, 'flag': 1}, lambda ns: ns.update(x=5))
print(A.x, A.prepared, type(A).__name__)
B = types.new_class('B', (Entry(),))
print(B.__bases__, len(B.__orig_bases__), types.resolve_bases((Entry(), str)))
print(types.get_original_bases(B) == B.__orig_bases__, types.get_original_bases(A))
for bad in (lambda: types.get_original_bases(3), lambda: types.prepare_class('C', (A, type('D', (), {})), {'metaclass': type('M', (type,), {})})):
    try:
        print(bad())
    except TypeError as e:
        print(e)
