# In-place operator methods, their fallbacks and what NotImplemented does.
class A:
    def __init__(self): self.log = []
    def __getattr__(self, name): raise AttributeError(name)
ops = dict(iadd="+", isub="-", imul="*", itruediv="/", ifloordiv="//", imod="%", ipow="**", ilshift="<<", irshift=">>", iand="&", ior="|",
    ixor="^", imatmul="@")
for name, sym in ops.items():
    def m(self, other, name=name):
        self.log.append((name, other))
        return self
    setattr(A, f"__{name}__", m)
a = A()
for sym in ops.values():
    exec(f"a {sym}= {sym!r}")
print(a.log)
class Fallback:
    def __iadd__(self, o): return NotImplemented
    def __add__(self, o): return "add"
class ReflOnly:
    def __radd__(self, o): return "radd"
x = Fallback(); x += 1; print(x)
y = 5; y += ReflOnly(); print(y)
z = Fallback
class NotAtAll:
    def __iadd__(self, o): return NotImplemented
for src in ["n += 1", "n -= 1", "n **= 2", "n @= 1", "n <<= 1", "t[0] += 1", "s -= 'a'", "l += 5", "d |= 5", "st |= [1]", "st -= 1",
        "b += 'x'"]:
    env = dict(n=NotAtAll(), t=(1,), s="abc", l=[], d={}, st={1}, b=b"")
    try:
        exec(src, env)
        print(src, "ok")
    except TypeError as e:
        print(src, "->", e)
d = {1: 2}; alias = d
d |= [(3, 4)]
print(d, alias is d)
s = {1, 2, 3}; t = s
s &= {2, 3}; s -= {3}; s ^= {9}; s |= {5}
print(sorted(s), t is s)
fs = frozenset([1]); ft = fs
fs |= {2}
print(sorted(fs), sorted(ft))
ba = bytearray(b"x"); bb = ba
ba += b"yz"; ba *= 2
print(ba, bb is ba)
l = [1]; l += "ab"; l += (c for c in "cd"); print(l)
tup = (1,); tup += (2,); tup *= 2; print(tup)
