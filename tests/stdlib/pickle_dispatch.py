# reducer_override, dispatch tables, copyreg.
import copyreg
import io
import pickle


class C:
    def __init__(self, a):
        self.a = a


def reduce_c(c):
    print("reduce_c", c.a)
    return C, (c.a * 10,)


class Over(pickle.Pickler):
    def reducer_override(self, obj):
        if isinstance(obj, C):
            print("override", obj.a)
            return C, (obj.a + 1,)
        if getattr(obj, "__name__", None) == "special":
            return eval, ("lambda: 'rebuilt'",)
        return NotImplemented


def special():
    pass


f = io.BytesIO()
Over(f).dump([C(1), special, len, int])
back = pickle.loads(f.getvalue())
print(back[0].a, back[1](), back[2:])

f = io.BytesIO()
p = pickle.Pickler(f)
p.dispatch_table = copyreg.dispatch_table.copy()
p.dispatch_table[C] = reduce_c
p.dump(C(2))
print(pickle.loads(f.getvalue()).a)


class Table(pickle.Pickler):
    dispatch_table = {C: reduce_c}


f = io.BytesIO()
Table(f).dump([C(3), 3 + 4j])
print([getattr(x, "a", x) for x in pickle.loads(f.getvalue())])

copyreg.pickle(C, reduce_c)
print(pickle.loads(pickle.dumps(C(4))).a)
print(copyreg.dispatch_table[C] is reduce_c)
del copyreg.dispatch_table[C]
try:
    copyreg.pickle(C, 5)
except TypeError as e:
    print(e)
try:
    copyreg.constructor(5)
except TypeError as e:
    print(e)

copyreg.add_extension("__main__", "C", 200)
data = pickle.dumps(C, 2)
print(data, pickle.loads(data) is C, pickle.dumps(C, 1))
copyreg.remove_extension("__main__", "C", 200)
copyreg.clear_extension_cache()
try:
    pickle.loads(data)
except ValueError as e:
    print(e)
for code, args in ((0, ("m", "n", 0)), (1, ("m", "n", 2**31))):
    try:
        copyreg.add_extension(*args)
    except ValueError as e:
        print(e)


class Bad:
    def __init__(self, value):
        self.value = value

    def __reduce__(self):
        return self.value


for value in (5, None, (), (int,), (int, 5), (5, ()), (int, (), None, 5), (int, (), None, None, 5), (int, (), None, None, None, 5), (1,) * 7,
              (copyreg.__newobj__, ()), (copyreg.__newobj__, (int,)), (copyreg.__newobj_ex__, (1, 2)), (copyreg.__newobj_ex__, (1, (), {})),
              (copyreg.__newobj_ex__, (int, 1, {})), (copyreg.__newobj_ex__, (int, (), 1)), "no_such_name"):
    try:
        pickle.dumps(Bad(value))
    except Exception as e:
        print(value if not callable(value) else "", "|", type(e).__name__, str(e).split(" at 0x")[0])
