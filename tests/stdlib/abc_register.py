# Virtual subclasses, hooks and caches.
import abc


class Shape(abc.ABC):
    pass


class Square:
    pass


token = abc.get_cache_token()
print(isinstance(Square(), Shape), issubclass(Square, Shape))
print(Shape.register(Square) is Square, abc.get_cache_token() != token)
print(isinstance(Square(), Shape), issubclass(type('Small', (Square,), {}), Shape), issubclass(int, Shape))


@Shape.register
class Circle:
    pass


print(issubclass(Circle, Shape), Shape in Circle.__mro__)


class Quacks(abc.ABC):
    @classmethod
    def __subclasshook__(cls, other):
        if cls is Quacks:
            return any('quack' in b.__dict__ for b in other.__mro__) or NotImplemented
        return NotImplemented


class Duck:
    quack = 1


print(issubclass(Duck, Quacks), issubclass(int, Quacks), isinstance(Duck(), Quacks))
for bad in (lambda: Shape.register(3), lambda: issubclass(3, Shape), lambda: Circle.register):
    try:
        bad()
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)


class Sub(Shape):
    pass


try:
    Sub.register(Shape)
except RuntimeError as e:
    print(e)


class Fake:
    @property
    def __class__(self):
        return Sub


print(isinstance(Fake(), Shape))
