# Names of keyword arguments are not mangled in a class, names of parameters and of everything else are.
class Box:
    def given(self, **kwargs):
        return kwargs

    def make(self):
        return self.given(__secret=1, **{"__other": 2}), dict(__x=3)

    def strict(self, __y=0):
        return __y

    def call(self):
        try:
            return self.strict(__y=4)
        except TypeError as error:
            return str(error)


print(Box().make())
print(Box().call(), Box().strict(_Box__y=5))


class Meta(type):
    def __new__(mcs, name, bases, ns, **kw):
        print(name, kw)
        return super().__new__(mcs, name, bases, ns)


class Outer:
    class Inner(metaclass=Meta, __option=1):
        pass
