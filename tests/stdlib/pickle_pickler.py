# Pickler and Unpickler: files, several objects in one, the memo, attributes, subclasses.
import io
import pickle


class Kept:
    def __init__(self, key):
        self.key = key


store = {"a": Kept("a"), "b": Kept("b")}


class P(pickle.Pickler):
    def persistent_id(self, obj):
        return ("kept", obj.key) if isinstance(obj, Kept) else None


class U(pickle.Unpickler):
    def persistent_load(self, pid):
        kind, key = pid
        if kind != "kept":
            raise pickle.UnpicklingError("unknown kind")
        return store[key]


for protocol in range(1, 6):
    f = io.BytesIO()
    P(f, protocol).dump([store["a"], {"x": store["b"]}, store["a"]])
    print(f.getvalue())
    f.seek(0)
    back = U(f).load()
    print(back[0] is store["a"], back[1]["x"] is store["b"], back[2] is back[0])
    f.seek(0)
    try:
        pickle.load(f)
    except pickle.UnpicklingError as e:
        print(e)


class P0(pickle.Pickler):
    def persistent_id(self, obj):
        return obj.key if isinstance(obj, Kept) else None


class U0(pickle.Unpickler):
    def persistent_load(self, pid):
        return store[pid]


f = io.BytesIO()
P0(f, 0).dump([store["b"]])
print(f.getvalue(), U0(io.BytesIO(f.getvalue())).load()[0] is store["b"])
try:
    P0(io.BytesIO(), 0).dump(Kept("\xe9"))
except pickle.PicklingError as e:
    print(e)

f = io.BytesIO()
p = pickle.Pickler(f)
shared = ["shared"]
p.dump(shared)
first = f.tell()
p.dump([shared, shared])
print(f.getvalue()[first:])
p.clear_memo()
second = f.tell()
p.dump(shared)
print(f.getvalue()[second:])
f.seek(0)
u = pickle.Unpickler(f)
one, two, three = u.load(), u.load(), u.load()
print(one, two, three, two[0] is one)
try:
    u.load()
except EOFError as e:
    print("EOFError", e)

f = io.BytesIO()
for o in ([1, 2], "text", {"k": (1, 2)}, b"q" * 100000, list(range(30000))):
    for protocol in range(6):
        pickle.dump(o, f, protocol)
size = f.tell()
f.write(b"the rest")
f.seek(0)
count = 0
while f.tell() < size:
    pickle.load(f)
    count += 1
print(count, f.read())

p = pickle.Pickler(io.BytesIO(), 2)
print(p.bin, p.fast)
p.fast = True
p.dump([[], []])
print(len(p.memo.copy()))
for bad in (lambda: pickle.Pickler(None), lambda: pickle.Unpickler(None), lambda: pickle.dumps(1, 6), lambda: pickle.dumps(1, "x"), lambda: pickle.dump(1, None),
            lambda: pickle.load(None), lambda: pickle.loads("str"), lambda: pickle.loads(5), lambda: pickle.dumps(), lambda: pickle.Pickler(io.BytesIO(), 9),
            lambda: pickle.dumps(1, 4, buffer_callback=print)):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
print(pickle.dumps([1], -1) == pickle.dumps([1], pickle.HIGHEST_PROTOCOL), pickle.dumps(1, None) == pickle.dumps(1, pickle.DEFAULT_PROTOCOL))
print(pickle.loads(bytearray(pickle.dumps([1]))), pickle.loads(memoryview(pickle.dumps([2]))), pickle.loads(pickle.dumps([3]) + b"rest"))
