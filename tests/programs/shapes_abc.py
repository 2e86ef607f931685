# Abstract base classes, class and static methods, super(), mixins, properties.
from abc import ABC, abstractmethod
import math


class Shape(ABC):
    registry = {}

    def __init_subclass__(cls, *, sides=None, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.sides = sides
        Shape.registry[cls.__name__] = cls

    @property
    @abstractmethod
    def area(self):
        """The area."""

    @abstractmethod
    def scale(self, k): ...

    def describe(self):
        return f"{type(self).__name__} with {self.sides} sides, area {self.area:.3f}"

    @classmethod
    def make(cls, name, *args):
        return cls.registry[name](*args)

    @staticmethod
    def total(shapes):
        return sum(s.area for s in shapes)


class Circle(Shape):
    def __init__(self, r):
        self.r = r

    @property
    def area(self):
        return math.pi * self.r ** 2

    def scale(self, k):
        return Circle(self.r * k)


class Rectangle(Shape, sides=4):
    def __init__(self, w, h):
        self.w, self.h = w, h

    @property
    def area(self):
        return self.w * self.h

    def scale(self, k):
        return type(self)(self.w * k, self.h * k)


class Square(Rectangle, sides=4):
    def __init__(self, a, b=None):
        super().__init__(a, a)

    def describe(self):
        return super().describe() + ", regular"


shapes = [Circle(1), Rectangle(2, 3), Square(2), Shape.make("Square", 5)]
for shape in shapes:
    print(shape.describe(), isinstance(shape, Rectangle))
print(round(Shape.total(shapes), 4), sorted(Shape.registry), Square(2).scale(3).area)
for cls in (Shape, type("Half", (Shape,), {"area": 1})):
    try:
        cls()
    except TypeError as error:
        print(error)
print(Shape.__abstractmethods__ == {"area", "scale"}, Circle.area.fget(Circle(2)) > 12, Shape.area.__doc__)
try:
    Circle(1).area = 5
except AttributeError as error:
    print(error)


class Loud:
    def speak(self):
        return super().speak().upper()


class Polite:
    def speak(self):
        return super().speak() + ", please"


class Speaker:
    def speak(self):
        return "hello"


class A(Loud, Polite, Speaker): pass
class B(Polite, Loud, Speaker): pass


print(A().speak(), B().speak(), [c.__name__ for c in B.__mro__])
try:
    class Bad(Speaker, Loud, A): pass
except TypeError as error:
    print(error)


class Celsius:
    def __init__(self, degrees):
        self.degrees = degrees

    @property
    def fahrenheit(self):
        return self.degrees * 9 / 5 + 32

    @fahrenheit.setter
    def fahrenheit(self, f):
        self.degrees = (f - 32) * 5 / 9

    @fahrenheit.deleter
    def fahrenheit(self):
        del self.degrees


t = Celsius(100)
print(t.fahrenheit)
t.fahrenheit = 32
print(t.degrees)
del t.fahrenheit
print(hasattr(t, "degrees"), vars(t))
class Positive:
    def __set_name__(self, owner, name):
        self.name = "_" + name

    def __get__(self, obj, owner=None):
        return self if obj is None else getattr(obj, self.name, 0)

    def __set__(self, obj, value):
        if value < 0:
            raise ValueError(f"{self.name[1:]} must be >= 0")
        setattr(obj, self.name, value)


class Box:
    width = Positive()
    height = Positive()


box = Box()
box.width = 3
print(box.width, box.height, vars(box), type(Box.width).__name__)
try:
    box.height = -1
except ValueError as error:
    print(error)
