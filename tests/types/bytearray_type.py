# bytearray: mutation, slices, and the methods that make new objects.
a = bytearray(b"hello")
a[0] = 72; a[-1:] = b"O!"; a.append(33); a.extend(b"xy"); a.extend([122, 48]); a.insert(0, 62)
a.insert(-1, 45); a.insert(99, 36); a += b"++"
print(a, len(a), a.pop(), a.pop(0), a.pop(-2), a); a.remove(72); print(a)
a.reverse(); print(a); b = a.copy(); a.clear(); print(a, b)
b[1:3] = []; b[::2] = b"*" * len(b[::2]); print(b); del b[0]; del b[1:3]; del b[::2]; print(b); b *= 3; print(b, b * 2, 2 * b)
x = bytearray(range(10)); x[2:5] = x[5:8]; print(x); x[3:3] = b"ins"; print(x); x[5:2] = b"q"; print(x)
x[:] = b"new"; print(x); x[1:2] = bytearray(b"LONG"); print(x); x[::-1] = b"gnolew"; print(x)
print(bytearray(), bytearray(3), bytearray(b"x"), bytearray([1, 2]), bytearray("é", "utf-8"), bytearray(memoryview(b"mv")),
    bytearray.fromhex("6162"), bytearray(b"a") + b"b", b"a" + bytearray(b"b"), type(b"a" + bytearray(b"b")).__name__,
    type(bytearray(b"a") + b"b").__name__, bytearray(b"a") == b"a", bytearray(b"a") < b"b", bytearray(b"abc")[1], bytearray(b"abc")[1:],
    list(bytearray(b"ab")), 97 in bytearray(b"a"), b"b" in bytearray(b"abc"))
print(x.upper(), type(x.upper()).__name__, x.split(b"L"), x.find(b"G"), x.replace(b"w", b"WW"), x.decode(), x.hex(), x.startswith(b"we"),
    x.strip(b"w"), x.partition(b"G"), x.join([b"1", b"2"]), x.center(12, b"_"), x.zfill(9), x.title(), x.isalpha(), x.count(b"L"), bytes(x),
    str(x), repr(x), x.removeprefix(b"we"), bytearray(b"%d-%s") % (5, b"x"), x.translate(None, b"eL"))
c = bytearray(b"abc"); d = c; c += b"d"; print(d, d is c); c = c + b"e"; print(d is c)
def st(o, k, v): o[k] = v
def de(o, k): del o[k]
for f in (lambda: st(d, 0, 256), lambda: st(d, 0, -1), lambda: st(d, 0, "a"), lambda: st(d, 99, 1), lambda: st(d, 0, b"a"),
        lambda: st(d, slice(0, 1), "a"), lambda: st(d, slice(0, 2), 5), lambda: st(d, slice(0, 4, 2), b"abc"), lambda: de(d, 99),
        lambda: d.append(256), lambda: d.append("a"), lambda: d.extend("ab"), lambda: d.extend([300]), lambda: d.extend(5),
        lambda: d.pop(99), lambda: bytearray().pop(), lambda: d.remove(200), lambda: d.remove(300), lambda: d.insert(0, 256),
        lambda: hash(d), lambda: d + "a", lambda: bytearray("a"), lambda: bytearray(-1), lambda: bytearray([256]), lambda: {d: 1},
        lambda: d.index(b"z"), lambda: st(d, "a", 1), lambda: d["a"], lambda: d[1.5], lambda: d.append(), lambda: d.pop(1, 2),
        lambda: bytearray(1.5)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
m = memoryview(d)
try: d.append(1)
except BufferError as e: print(e)
m.release(); d.append(90); print(d)
class BA(bytearray):
    def __repr__(self): return "BA:" + super().__repr__()
print(BA(b"q"), type(BA(b"q") + b"r").__name__, BA(b"x") == b"x", [*map(chr, bytearray(b"chars"))], sum(bytearray(b"\x01\x02")),
    bytearray(b"ab").__iter__().__class__.__name__)
s = bytearray()
for i in range(300): s.append(i % 256)
while len(s) > 5: del s[:len(s) // 2]
print(list(s)); s.extend(i for i in range(3)); print(list(s)); s[1:1] = s; print(list(s)); s.extend(s); print(len(s))
