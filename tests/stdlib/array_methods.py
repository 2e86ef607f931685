# array.array: construction and ranges of all type codes, methods, operators, slices, buffers, errors.
import array as A
import io
import copy
from array import array


def show(function, *args, **kwargs):
    try:
        result = repr(function(*args, **kwargs))
    except Exception as error:
        result = type(error).__name__ + " " + str(error)
    print(getattr(function, "__name__", function), args, kwargs, result)


print(A.typecodes, A.ArrayType, [n for n in dir(array) if not n.startswith("__")], array.__module__)
for arguments in ((), (3,), ("x",), ("ii",), ("i", 3), ("i", "abc"), ("i", ["a"]), ("d", [1, 2.5]), ("f", [1e300, 0.1]), ("i", [1.5]), ("u", "h\xe9llo"),
                  ("u", ["a", "b"]), ("u", ["ab"]), ("i", b"abcd"), ("i", b"abc"), ("i", bytearray(4)), ("i", array("d", [1, 2])), ("d", array("i", [1, 2])),
                  ("i", array("u", "a")), ("i", range(3)), ("i", (1, 2), 3), ("i", None), ("u", b"abcd"), ("q", iter([1, 2]))):
    show(array, *arguments)
for code in "bBhHiIlLqQfd":
    for value in (0, 1, -1, 127, 128, 255, 256, -129, 2**15, 2**16, -2**15 - 1, 2**31, 2**32, -2**31 - 1, 2**63, 2**64, -2**63 - 1, 2**100, "a", None, 1.5, True):
        show(array, code, [value])
a = array("i", [1, 2, 3])
for name, arguments in (("append", ("a",)), ("append", (2**40,)), ("extend", ([4, "a"],)), ("extend", (array("d"),)), ("extend", (3,)), ("extend", (array("i", [1]),)),
                        ("insert", (0, 9)), ("insert", (-100, 8)), ("insert", (100, 7)), ("insert", (1, "a")), ("insert", (-1, 6)), ("pop", ()), ("pop", (0,)),
                        ("pop", (100,)), ("remove", (99,)), ("remove", (2,)), ("index", (3,)), ("index", (3, 9)), ("index", (3, 0, 1)), ("index", (99,)),
                        ("count", (1,)), ("count", ("a",)), ("reverse", ()), ("tolist", ()), ("tobytes", ()), ("tounicode", ()), ("fromunicode", ("a",)),
                        ("fromlist", ([1, 2],)), ("fromlist", ((1,),)), ("fromlist", ([5, "a"],)), ("frombytes", (b"abcd",)), ("frombytes", (b"abc",)),
                        ("frombytes", ("abc",)), ("byteswap", ()), ("__copy__", ()), ("fromfile", (3, 1)), ("tofile", (3,)), ("extend", (a,))):
    show(getattr(a, name), *arguments)
    print(a)
print(a.buffer_info()[1], copy.copy(a) == a, copy.deepcopy(a) is a)
for text in ("a[0]", "a[-1]", "a[100]", "a['x']", "a[1:3]", "a[::-1]", "a[::2]", "a+a", "a+[1]", "a+array('d')", "a[:2]*2", "2*a[:2]", "a*-1", "a*'x'", "a==a",
             "a==[1]", "a<array('i',[100])", "a<array('d',[1.5])", "a>array('i')", "a!=array('d',a)", "2 in a", "'x' in a", "len(a)", "hash(a)", "a<3",
             "list(reversed(a))", "list(iter(a))", "a.typecode", "a.itemsize", "array('i')", "array('u','hi')", "array('d',[1.5,float('nan')])",
             "memoryview(a).format", "memoryview(a)[0]", "bytes(a)[:4]", "memoryview(a).obj is a", "type(iter(a))", "memoryview(a).itemsize, memoryview(a).nbytes",
             "b''.join([a])[:4]", "bytearray(a)[:4]", "sum(a)", "max(a)", "sorted(a)"):
    show(lambda: eval(text))
for text in ("a[0]=5", "a[0]='x'", "a[100]=1", "a[1:2]=array('i',[7,8,9])", "a[1:2]=[1]", "a[1:2]=array('d')", "a[::2]=array('i',[1])", "del a[0]", "del a[::2]",
             "del a[::-3]", "del a[100]", "del a[1:3]", "a+=array('i',[4])", "a+=[1]", "a*=2", "a[2:2]=a", "a[:3]=array('i')", "a*=0", "a[0:0]=a", "a.x=1"):
    try:
        exec(text)
        print(text, a)
    except Exception as error:
        print(text, type(error).__name__, error)
a = array("h", [1, 2, 3])
m = memoryview(a)
m[1] = 77
print(a, m.tolist())
for text in ("a.append(1)", "a.pop()", "del a[0]", "a[:]=array('h')", "m.release(); a.append(1)"):
    try:
        exec(text)
        print(text, a)
    except Exception as error:
        print(text, type(error).__name__, error)
f = io.BytesIO()
a.tofile(f)
f.seek(0)
b = array("h")
b.fromfile(f, 3)
print(b)
show(b.fromfile, f, 3)
print(b, io.BytesIO(bytes(range(8))).readinto(b), b)


class Sub(array):
    def __new__(cls, code, *rest, **kw):
        return super().__new__(cls, code, *rest)

    def double(self):
        return self * 2


s = Sub("i", [1, 2], key=3)
s.name = "x"
print(s, s.double(), type(s[:1]), type(s + s), s.name)

