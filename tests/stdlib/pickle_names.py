# Classes, functions and methods by name; what has no name.
import collections
import functools
import pickle


class Outer:
    class Inner:
        def method(self):
            return "method", type(self).__name__

        @classmethod
        def make(cls):
            return "make", cls.__name__

        @staticmethod
        def plain():
            return "plain"


def function():
    return "function"


def outer():
    def local():
        pass

    class Local:
        pass
    return local, Local


for o in [int, dict.fromkeys, len, str.upper, "abc".upper, [1].append, Outer, Outer.Inner, Outer.Inner.method, Outer.Inner.make, Outer.Inner.plain, function,
          collections.OrderedDict, functools.reduce, type(None), type(...), type(NotImplemented), ..., NotImplemented, ValueError, FileNotFoundError, ModuleNotFoundError]:
    for protocol in range(6):
        try:
            data = pickle.dumps(o, protocol)
        except Exception as e:
            print(protocol, type(e).__name__, str(e).split(" at 0x")[0])
            continue
        back = pickle.loads(data)
        print(protocol, data, back == o or back is o)
print(pickle.loads(pickle.dumps(Outer.Inner().method))())
for o in (lambda: 0, *outer(), outer()[1]()):
    for protocol in (0, 2, 4, 5):
        try:
            pickle.dumps(o, protocol)
        except Exception as e:
            print(type(e).__module__, type(e).__name__, str(e).split(" at 0x")[0])

real = function
def function():
    pass
try:
    pickle.dumps(real)
except pickle.PicklingError as e:
    print(str(e).split(" at 0x")[0], "...", str(e).rsplit(":", 1)[1])
function.__module__ = "no_such_module"
try:
    pickle.dumps(function)
except pickle.PicklingError as e:
    print(str(e).rsplit(":", 1)[1])
for bad in ((i for i in ()), open(__file__), object().__init__, type("X", (), {})()):
    try:
        pickle.dumps(bad)
    except Exception as e:
        print(type(e).__name__, str(e).split(" at 0x")[0])
