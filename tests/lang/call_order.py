# The order in which a call's parts are evaluated.
def t(x):
    print(x, end=" ")
    return x
def f(*a, **k):
    return a, k
print(f(t(1), *[t(2)], t(3), k=t(4), **{"z": t(5)}, y=t(6)))
d = {}
d[t("k")] = t("v"); print()
print({t(1): t(2), t(3): t(4)})
print([t(1), *[t(2), t(3)], t(4)])
print(t(1) + t(2) * t(3) - t(4))
print(t(2) ** t(3) ** t(1))
print(t(0) if t(1) else t(2))
print("abcdef"[t(1):t(4):t(2)])
class A:
    def __getitem__(self, k): return k
print(A()[t(1):t(2), t(3)])
x = [0, 0]
def target():
    t("target")
    return x
target()[t(0)] = t("value"); print()
target()[t(1)] += t(5); print()
t(x)[t(0)], t(x)[t(1)] = t("a"), t("b"); print(x)
def deco(n):
    t("deco%d" % n)
    return lambda f: (t("apply%d" % n), f)[1]
@deco(1)
@deco(2)
def g(a=t("default"), *, b=t("kwdefault")) -> t("return"): pass
print()
class M2(type):
    @classmethod
    def __prepare__(*a, **k):
        t("prepare"); print(k, end=" ")
        return {}
    def __new__(m, n, b, ns, **k): return super().__new__(m, n, b, ns)
    def __init__(c, *a, **k): t("init")
class B(t(object), metaclass=M2, x=t(2)):
    t("body")
print()
lambda a=t("lambda default"): t("never")
print()
f"{t(1)}{t(2)!r:{t(3)}}"
print()
assert t(1) < t(2) < t(3)
print()
