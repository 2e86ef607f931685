# Texts that grow in a loop: extended in place where nobody else holds them, and never where somebody does.
def f(n):
    s = ''
    for i in range(n): s += 'x'
    return len(s)
def g(n):
    s: str = ""
    while len(s) < n:
        s = s + "ab"
        if s.endswith("q") or s[-1] == 'z': break
        if not s: print("no")
    return s
def h(n):
    out = ""; keep = []
    for i in range(n):
        out += str(i) + ","
        if i % 100 == 0: keep.append(out)
    return out, keep
print(f(1000000))
print(len(g(1000000)))
o,k=h(3000)
assert all(o.startswith(x) for x in k) and len(set(k))==len(k), 1
assert o == ",".join(map(str, range(3000)))+","
def loc(n):
    s = ''
    snaps=[]
    for i in range(n):
        s += 'abc'
        if i % 200 == 0: snaps.append(locals()['s'])
    return [len(x) for x in snaps]
print(loc(1000))
def closure():
    s = ""
    for i in range(500):
        s += "é"
        d = {s: 1}
        if i > 495: print(len(list(d)[0]), hash(s) == hash("é" * (i+1)))
    t = s
    s += "!"
    return t == s, len(t), len(s), t[-1], s[-1]
print(closure())
def gen():
    s = f""
    for i in range(600):
        s += "y"
        if i % 100 == 0: yield s
print([len(x) for x in gen()], [x.count('y') for x in list(gen())])
def lenlie():
    got = []
    def len(x): got.append(x); return 0
    s = ""
    for i in range(400):
        s += "z"; len(s)
    return sorted({x.count("z") for x in got}) == list(range(1, 401))
print(lenlie())
def mixed(a):
    s = ""
    for x in a:
        if x is None: s = 0
        s += x if x is not None else 5
    return s
print(mixed(["a","b"]), mixed([None, 3, 4]))
try: mixed(["a"*300, 4])
except TypeError as e: print(e)
def fin():
    s = ''
    for i in range(300): s += 'a'
    try: return s
    finally: s += 'b'
print(len(fin()))
class Keeper:
    def __eq__(self, other):
        self.kept = other
        return False
    def __radd__(self, other):
        self.kept = other
        return "r" * 300

def compared():
    s, keeper, seen = "", Keeper(), []
    for i in range(400):
        s += "k"
        if s == keeper or keeper == s: pass
        seen.append(len(keeper.kept))
    s += keeper
    return seen == list(range(1, 401)), len(keeper.kept), len(s)
print(compared())

async def later():
    import asyncio
    s, seen = "", []
    for i in range(600):
        s += await asyncio.sleep(0, "w")
        if i % 250 == 0: seen.append(s)
    return [len(x) for x in seen]
import asyncio
print(asyncio.run(later()))

def looked_at():
    import sys
    s = ""
    for i in range(1000):
        s += "v"
    old = sys._getframe().f_locals["s"]
    s += "more"
    return len(old), len(s)
print(looked_at())
