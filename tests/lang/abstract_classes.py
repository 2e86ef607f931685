# abc: abstract methods and properties, registration, __subclasshook__, ABCMeta behaviour.
from abc import ABC, abstractmethod, ABCMeta
import abc
class Shape(ABC):
    @abstractmethod
    def area(self): "doc"
    @property
    @abstractmethod
    def name(self): ...
    @classmethod
    @abstractmethod
    def make(cls): ...
    def describe(self): return f"{self.name}: {self.area()}"
class OnlyArea(Shape):
    def area(self): return 1
class Square(Shape):
    name = "square"
    def __init__(self, s): self.s = s
    def area(self): return self.s ** 2
    @classmethod
    def make(cls): return cls(1)
print(Square(3).describe(), Square.make().s)
class One(ABC):
    @abstractmethod
    def only(self): ...
for c in (Shape, OnlyArea, One):
    try: c()
    except TypeError as e: print(e)
print(sorted(Shape.__abstractmethods__), sorted(OnlyArea.__abstractmethods__), Square.__abstractmethods__, Shape.area.__isabstractmethod__)
class Dup: pass
Shape.register(Dup)
print(issubclass(Dup, Shape), isinstance(Dup(), Shape), Shape in Dup.__mro__)
@One.register
class Deco: pass
print(Deco.__name__, isinstance(Deco(), One))
class HasQuack(ABC):
    @classmethod
    def __subclasshook__(cls, C):
        if cls is HasQuack: return any("quack" in B.__dict__ for B in C.__mro__)
        return NotImplemented
class Duck:
    def quack(self): pass
print(issubclass(Duck, HasQuack), isinstance(5, HasQuack), isinstance(Duck(), HasQuack))
class Later(One):
    pass
Later.only = lambda self: 1
try: Later()
except TypeError as e: print(e)
abc.update_abstractmethods(Later); print(Later().only())
try: One.register(5)
except TypeError as e: print(e)
class M(metaclass=ABCMeta):
    @abstractmethod
    def f(self): return "default impl"
class N(M):
    def f(self): return super().f() + " extended"
print(N().f(), type(M).__name__)
try: issubclass(5, M)
except TypeError as e: print(e)
from collections.abc import Iterable, Callable, Sequence, Mapping, Hashable, Sized, Iterator, Generator, Coroutine, Container, MutableSequence
print([isinstance(x, Iterable) for x in ([], {}, 5, "s", (i for i in ()))], isinstance(len, Callable), isinstance([], Sequence),
    isinstance({}, Mapping), isinstance([], Hashable), isinstance("", Sized), isinstance(iter([]), Iterator),
    isinstance((i for i in ()), Generator))
class MySeq(Sequence):
    def __len__(self): return 3
    def __getitem__(self, i):
        if i >= 3: raise IndexError
        return i
s = MySeq(); print(list(s), 2 in s, list(reversed(s)), s.index(1), s.count(0))
