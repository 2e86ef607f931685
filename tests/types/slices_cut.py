# Slices of builtin sequences and of everything else, with all sorts of bounds.
class G:
    def __getitem__(self, k): return k
    def __setitem__(self, k, v): print("set", k, v)
    def __delitem__(self, k): print("del", k)
class L(list): 
    def __getitem__(self, k): return ("L", k)
class S(str): pass
class B(bytes): pass
class T(tuple): pass
class I:
    def __init__(self, n): self.n = n
    def __index__(self): print("index", self.n); return self.n
g = G()
print(g[1:2], g[:], g[1:], g[:2], g["a":], g[1:2:3], g[::], g[1:2, 3:4])
for v in "abcdé日本", [1, 2, 3, 4, 5], (1, 2, 3, 4, 5), b"abcdef", range(10), bytearray(b"abcdef"), S("hello"), B(b"xyz"), T((1, 2, 3)), L([1, 2]), memoryview(b"abcd"):
    print(type(v).__name__)
    for a in None, 0, 1, 3, -1, -2, -100, 100, True, 2 ** 70, -2 ** 70:
        for b in None, 0, 2, -1, 50, -50, False, 2 ** 63:
            r = v[a:b]
            print(bytes(r) if isinstance(r, memoryview) else r, end=" ")
    print()
l = [1, 2, 3]
print(l[:] is l, l[:] == l, (1, 2)[:] == (1, 2))
t = (1, 2, 3); s = "abc"; b = b"abc"
print(t[:] is t, s[:] is s, b[:] is b, t[0:3] is t, S("x")[:].__class__, T((1,))[:].__class__, s[1:2], s[5:], s[2:1], b[1:2], t[4:])
print("abc"[I(1):I(2)], [1, 2, 3][I(-2):], (1, 2)[:I(1)])
for f in (lambda: [1]["a":], lambda: "a"[1.5:], lambda: 5[1:], lambda: {}[1:], lambda: None[:], lambda: (1,)[:"x"], lambda: b"a"[{}:], lambda: {1: 2}[1:2], lambda: set()[:]):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
g[1:2] = 5; del g[:3]; l[1:2] = [7, 8]; print(l); del l[:2]; print(l); l[len(l):] = [9]; print(l)
x = list(range(10)); x[2:5] += [100]; print(x); x[1:3] = x[5:]; print(x)
class E(list):
    def __getitem__(self, k):
        print("E", k); return list.__getitem__(self, k)
e = E([1, 2, 3]); e[1:2] += [5]; print(e, e[0:])
def f(s):
    out = ""
    for i in range(300):
        out += s[i % 3:]
        if i == 200: keep = out[:]
    return len(out), len(keep), keep[:5], out[:7], out[-3:]
print(f("abc"))
def order():
    def n(x): print(x, end=" "); return x
    def o(): print("o", end=" "); return "abcdef"
    print(o()[n(1):n(3)], o()[n(1):], o()[:n(2)], o()[n(1):n(5):n(2)])
order()
try:
    "abc"[
        1:
        [][0]
    ]
except IndexError as err:
    import traceback; print(traceback.format_exc().split('line', 1)[1])
try:
    (5
     )[1:2]
except TypeError as err:
    import traceback; print(traceback.format_exc().split('line', 1)[1])
