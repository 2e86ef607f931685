"""Descriptors, metaclasses, an ORM in small, plugins, validation, class decorators."""
import weakref, inspect, functools, types
from typing import Any, Callable, Generic, TypeVar, get_type_hints, Protocol, runtime_checkable, Self, overload, Literal, Annotated, get_args, get_origin, Union, Optional

class Field:
    _n = 0
    def __init__(self, type_, *, default=..., check=None):
        self.type, self.default, self.check = type_, default, check
        Field._n += 1; self.order = Field._n
    def __set_name__(self, owner, name): self.name = name; self.slot = '_' + name
    def __get__(self, obj, owner=None):
        if obj is None: return self
        try: return obj.__dict__[self.slot]
        except KeyError:
            if self.default is ...: raise AttributeError(f'{owner.__name__}.{self.name} is not set') from None
            return self.default
    def __set__(self, obj, value):
        if not isinstance(value, self.type): raise TypeError(f'{self.name}: expected {self.type.__name__}, got {type(value).__name__}')
        if self.check and not self.check(value): raise ValueError(f'{self.name}: {value!r} refused')
        obj.__dict__[self.slot] = value
    def __delete__(self, obj): del obj.__dict__[self.slot]
    def __repr__(self): return f'Field({self.name})'

class ModelMeta(type):
    registry = {}
    @classmethod
    def __prepare__(mcs, name, bases, **kw): print('prepare', name, kw); return {'_prepared': True}
    def __new__(mcs, name, bases, ns, table=None, **kw):
        cls = super().__new__(mcs, name, bases, ns, **kw)
        cls._fields = {f.name: f for b in reversed(cls.__mro__) for f in vars(b).values() if isinstance(f, Field)}
        cls.table = table or name.lower() + 's'
        mcs.registry[name] = cls
        return cls
    def __init__(cls, name, bases, ns, **kw): super().__init__(name, bases, ns)
    def __call__(cls, *args, **kw):
        obj = super().__call__(*args, **kw); obj._born = True; return obj
    def __iter__(cls): return iter(cls._fields)
    def __len__(cls): return len(cls._fields)
    def __getitem__(cls, k): return cls._fields[k]
    def __instancecheck__(cls, o): return super().__instancecheck__(o) or getattr(o, 'table', None) == cls.table
    def __repr__(cls): return f'<model {cls.__name__}>'

class Model(metaclass=ModelMeta):
    def __init_subclass__(cls, *, abstract=False, **kw): super().__init_subclass__(**kw); cls.abstract = abstract
    def __init__(self, **kw):
        sig = inspect.Signature([inspect.Parameter(n, inspect.Parameter.KEYWORD_ONLY, default=inspect.Parameter.empty if f.default is ... else f.default) for n, f in type(self)._fields.items()])
        for n, v in sig.bind(**kw).arguments.items(): setattr(self, n, v)
    def insert(self): return f'INSERT INTO {self.table} ({", ".join(type(self))}) VALUES ({", ".join(repr(getattr(self, n)) for n in type(self))})'

class Person(Model, table='people'):
    name = Field(str, check=str.isalpha); age = Field(int, default=18, check=lambda a: 0 <= a < 150)
class Student(Person, abstract=True): school = Field(str, default='none')
s = Student(name='Ann', age=20)
print(s.insert(), Student.table, Student.abstract, list(Student), len(Person), Student['age'], Person, ModelMeta.registry, isinstance(s, Person), s._born, Person.name)
for bad in ({'name': 'A1'}, {'name': 3}, {}, {'name': 'Bo', 'age': 200}, {'name': 'Bo', 'size': 1}):
    try: Person(**bad)
    except (TypeError, ValueError) as e: print(type(e).__name__, e)
p = Person(name='Cy'); del p.name
try: p.name
except AttributeError as e: print(e)
try: p.nam
except AttributeError as e: print(e)

def typed(cls):
    hints = get_type_hints(cls)
    for n, h in hints.items():
        def getter(self, n=n): return self.__dict__[n]
        def setter(self, v, n=n, h=h):
            ok = isinstance(v, get_args(h) if get_origin(h) in (Union, types.UnionType) else get_origin(h) or h)
            if not ok: raise TypeError(f'{n}: {v!r} is no {h}')
            self.__dict__[n] = v
        setattr(cls, n, property(getter, setter, doc=f'{n}: {h}'))
    return cls
@typed
class Box:
    size: int | float; label: Optional[str]; items: list[int]
b = Box(); b.size = 2.5; b.label = None; b.items = [1]
for n, v in (('size', 'x'), ('label', 3), ('items', (1,))):
    try: setattr(b, n, v)
    except TypeError as e: print(e)
print(Box.size.__doc__, Box.label.__doc__, Box.items.__doc__, vars(b))

@runtime_checkable
class Shape(Protocol):
    sides: int
    def area(self) -> float: ...
class Sq:
    sides = 4
    def area(self): return 1.0
print(isinstance(Sq(), Shape), isinstance(3, Shape))
try: issubclass(Sq, Shape)
except TypeError as e: print(e)
try: Shape()
except TypeError as e: print(e)
T = TypeVar('T', bound=int)
class Stack[T]:
    def __init__(self): self._items: list[T] = []
    def push(self, x: T) -> Self: self._items.append(x); return self
    def pop(self) -> T: return self._items.pop()
type Pair[A, B] = tuple[A, B]
print(Stack[int], Stack.__type_params__, Stack[int]().push(3).pop(), Pair, Pair[int, str], Pair.__value__, Stack[int].__args__, Stack.__orig_bases__)
class cached:
    def __init__(self, f): self.f = f; functools.update_wrapper(self, f); self.cache = weakref.WeakKeyDictionary()
    def __get__(self, o, t=None):
        if o is None: return self
        if o not in self.cache: self.cache[o] = self.f(o)
        return self.cache[o]
class C:
    @cached
    def v(self): """doc v"""; print('once'); return 42
c = C(); print(c.v, c.v, C.v.__doc__, C.v.__name__, inspect.signature(typed), inspect.signature(Stack.push))
class Meta(type):
    def __getattr__(cls, n): return f'{cls.__name__}.{n}?'
    @property
    def prop(cls): return 'meta prop'
class D(metaclass=Meta): pass
print(D.anything, D.prop)
try: D().prop
except AttributeError as e: print(e)
try:
    class E(D, metaclass=ModelMeta): pass
except TypeError as e: print(e)
try:
    class F(Model, colour=1): pass
except TypeError as e: print(e)
class Slots: __slots__ = ('a', '__dict__', 'b'); 
x = Slots(); x.a = 1; x.z = 2; print(x.__dict__, Slots.a, Slots.__slots__)
try: x.b
except AttributeError as e: print(e)
