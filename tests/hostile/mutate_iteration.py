from _t import t
def dict_grow():
    d = {i: i for i in range(5)}
    for k in d: d[k + 100] = 1
def dict_del():
    d = {i: i for i in range(5)}
    for k in d: del d[k]
def dict_swap():
    d = {i: i for i in range(3)}
    for k in d: d.pop(k); d[k + 10] = 1
    return d
def set_grow():
    s = {1, 2, 3}
    for x in s: s.add(x + 10)
def set_clear():
    s = {1, 2, 3}
    for x in s: s.clear()
def list_grow():
    l = [1, 2, 3]
    for x in l:
        if len(l) < 20: l.append(x)
    return len(l)
def list_shrink():
    l = list(range(10)); out = []
    for x in l: out.append(x); del l[0]
    return out
def list_clear():
    l = list(range(5)); out = []
    for x in l: out.append(x); l.clear()
    return out
def rev():
    l = list(range(5)); out = []
    for x in reversed(l): out.append(x); l.pop()
    return out
def bytearr():
    b = bytearray(b"abc"); out = []
    for x in b: out.append(x); b.clear()
    return out
def enum():
    l = [1, 2, 3]; out = []
    for i, x in enumerate(l): out.append((i, x)); l.remove(x)
    return out
def values():
    d = {1: 1, 2: 2}
    for v in d.values(): d[v + 5] = 0
def items():
    d = {1: 1, 2: 2}
    for k, v in d.items(): del d[k]
def mapit():
    l = [1, 2, 3]; m = map(lambda x: l.append(x) or x, l); return [next(m) for _ in range(8)]
def extend_self():
    l = [1, 2]; l.extend(x for x in l if len(l) < 10); return l
def comp():
    d = {1: 1}; return [d.setdefault(k + 1, 0) for k in d]
def nested():
    l = [1, 2, 3]
    for a in l:
        for b in l: l.pop()
    return l
def slice_assign():
    l = [1, 2, 3]; l[:] = (l.pop() for _ in range(2)); return l
def union():
    s = {1}
    class E:
        def __hash__(self): return 1
        def __eq__(self, o): s.clear(); return False
    s.update([E() for _ in range(3)]); return len(s) >= 0
for f in (dict_grow, dict_del, dict_swap, set_grow, set_clear, list_grow, list_shrink, list_clear, rev, bytearr, enum, values, items, mapit,
        extend_self, comp, nested, slice_assign, union): t(f.__name__, f, True)
