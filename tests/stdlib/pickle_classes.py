# Instances: attributes, slots, subclasses of builtin types, the methods of the protocol.
import pickle


class A:
    pass


class Slots:
    __slots__ = ("a", "__b")

    def __init__(self):
        self.a = 1
        self.__b = 2


class Mixed(Slots):
    def __init__(self):
        super().__init__()
        self.c = 3


class List(list): pass
class Dict(dict): pass
class Tuple(tuple): pass
class Int(int): pass
class Str(str): pass
class Float(float): pass
class Bytes(bytes): pass
class Set(set): pass


class State:
    def __init__(self):
        self.x, self.y = 1, 2

    def __getstate__(self):
        return {"x": self.x}

    def __setstate__(self, state):
        self.__dict__.update(state)
        self.y = "set again"


class Falsy:
    def __getstate__(self):
        return None


class NewArgs:
    def __new__(cls, a=None, b=None):
        self = object.__new__(cls)
        self.a, self.b = a, b
        return self

    def __getnewargs__(self):
        return self.a, self.b


class NewArgsEx:
    def __new__(cls, *a, k=0):
        self = object.__new__(cls)
        self.a, self.k = a, k
        return self

    def __getnewargs_ex__(self):
        return self.a, {"k": self.k}


class Reduce:
    def __init__(self, x):
        self.x = x

    def __reduce__(self):
        return Reduce, (self.x,)


class ReduceEx:
    def __reduce_ex__(self, protocol):
        return str, (f"protocol {protocol}",)


class Named:
    def __reduce__(self):
        return "NAMED"


NAMED = Named()


class Full:
    def __init__(self):
        self.items, self.pairs = [], {}

    def append(self, x):
        self.items.append(x)

    def extend(self, xs):
        self.items.extend(xs)

    def __setitem__(self, k, v):
        self.pairs[k] = v

    def __reduce__(self):
        return Full, (), {"extra": 1}, iter([1, 2, 3]), iter([("k", "v"), ("l", "w")])


def setter(obj, state):
    obj.state = ("setter", state)


class Setter:
    def __reduce__(self):
        return Setter, (), {"s": 1}, None, None, setter


def show(o):
    d = getattr(o, "__dict__", None)
    return type(o).__name__, repr(o) if type(o).__mro__[1] is not object else "", d


a = A()
a.self = a
a.x = [a, 1]
mk = List([1, 2, 3]); mk.z = 5
dd = Dict(a=1); dd.q = "w"
tt = Tuple((1, 2)); tt.w = 3
ii = Int(5); ii.n = "five"
for o in [A(), mk, dd, tt, ii, Str("hey"), Float(1.5), Bytes(b"1"), Set([1]), State(), Falsy(), NewArgs(1, 2), NewArgsEx(1, 2, k=3), Reduce(9), ReduceEx(), Full(), Setter(),
          Slots(), Mixed()]:
    for protocol in range(6):
        try:
            data = pickle.dumps(o, protocol)
        except Exception as e:
            print(type(o).__name__, protocol, type(e).__name__, e)
            continue
        print(protocol, data)
        print("   ", show(pickle.loads(data)))
for protocol in range(6):
    data = pickle.dumps(a, protocol)
    back = pickle.loads(data)
    print(data, back.self is back, back.x[0] is back)
    print(pickle.loads(pickle.dumps(NAMED, protocol)) is NAMED)
