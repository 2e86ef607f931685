# Abstract methods, properties, and what refuses to be instantiated.
import abc


class Base(abc.ABC):
    @abc.abstractmethod
    def f(self):
        return 'base f'

    @property
    @abc.abstractmethod
    def p(self):
        pass

    @classmethod
    @abc.abstractmethod
    def c(cls):
        pass


class Half(Base):
    def f(self):
        return super().f()


class Full(Half):
    p = 5

    @classmethod
    def c(cls):
        return cls.__name__


for cls in (Base, Half, Full):
    try:
        print(type(cls()).__name__)
    except TypeError as e:
        print(e)
print(sorted(Base.__abstractmethods__), sorted(Half.__abstractmethods__), Full.__abstractmethods__)
print(Full().f(), Full().p, Full.c())


class Late(abc.ABC):
    @abc.abstractmethod
    def g(self):
        pass


Late.g = lambda self: 'g'
print(sorted(Late.__abstractmethods__))
abc.update_abstractmethods(Late)
print(Late.__abstractmethods__, Late().g())
