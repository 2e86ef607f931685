# repr, sizes, iterators and views of str, bytes, bytearray and memoryview.
for x in (b"a'b", b'a"b', b"a'\"b", b"\\", b"\x00\t\x7f\xff"):
    print(x, bytearray(x), repr(x.decode("latin-1")))
def attempt(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
for s in ("61 62", "6", "zz", "6g", "a b", "", "é1", "61\t62 ", 5, b"61", "6 1", "12\u00a034"):
    attempt(lambda: bytes.fromhex(s)); attempt(lambda: bytearray.fromhex(s))
import sys
for s in ("", "a", "日", "😀", "aé日"): print(sys.getsizeof(s), s.__sizeof__())
print(type(iter("a")).__name__, list(iter("aé")), iter("abc").__length_hint__(), iter(b"ab").__length_hint__())
i = iter("aébc"); next(i); print(i.__length_hint__(), list(i), list(i))
print("abc".__getnewargs__(), b"a".__getnewargs__(), b"x".__bytes__())
print([m for m in dir(str) if not m.startswith("__")], len([m for m in dir(bytes) if not m.startswith("__")]), len([m for m in dir(bytearray) if not m.startswith("__")]))
print([m for m in dir(memoryview) if not m.startswith("_")])
print("a".__eq__(1), "a".__lt__(1), b"a".__eq__("a"), "a" == b"a", b"a" == bytearray(b"a"), bytearray(b"a") == memoryview(b"a"))
attempt(lambda: "a".__contains__(1)); attempt(lambda: b"a".__contains__("a")); attempt(lambda: 300 in b"a"); attempt(lambda: "a" in b"a")
m = memoryview(b"\x01\x02\x03\x04\x05\x06\x07\x08")
for f in "bBhHiIlLqQnNfd?c": print(f, m.cast(f).tolist())
ba = bytearray(8); w = memoryview(ba).cast("h"); w[1] = -2; print(ba, w.tolist()); attempt(lambda: w.__setitem__(0, 70000)); attempt(lambda: w.__setitem__(0, "x"))
print(hash(m) == hash(bytes(m)), m.readonly, m.obj, m.contiguous, m.hex(":", 2), m.toreadonly() == m, m.shape, m.strides, m.format)
attempt(lambda: m.cast("z")); attempt(lambda: m[0:3].cast("i")); attempt(lambda: m["a"]); attempt(lambda: m[10])
with memoryview(b"ab") as q: print(q[0])
attempt(lambda: q[0]); print(repr(q)[:15])
for v in (1, "a", [1], None): attempt(lambda: bytearray(b"a").extend(v)); attempt(lambda: bytearray(b"a") + v)
x = bytearray(b"hello"); x[1:3] = b"XYZ"; del x[0]; x.insert(2, 65); x *= 2; x.reverse(); print(x, x.pop(), x.pop(0), x.copy(), x.__alloc__() >= len(x))
attempt(lambda: x.remove(1)); attempt(lambda: x.append("a")); attempt(lambda: x.append(256)); x.clear(); attempt(lambda: x.pop())
