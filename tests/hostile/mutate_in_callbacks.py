# Containers changed by the very comparison, hash or key function that works on them.
from _t import t
def sort_append():
    l = [3, 1, 2]
    def key(x): l.append(x); return x
    l.sort(key=key)
def sort_clear():
    l = [3, 1, 2]
    class C:
        def __init__(self, v): self.v = v
        def __lt__(self, o): l.clear(); return self.v < o.v
    l[:] = [C(3), C(1), C(2)]; l.sort()
def index_clear():
    l = []
    class E:
        def __eq__(self, o): l.clear(); return False
    l[:] = [E(), E(), E()]; return l.index(5)
def remove_clear():
    l = []
    class E:
        def __eq__(self, o): l.clear(); return True
    l[:] = [E(), E()]; l.remove(5); return l
def count_grow():
    l = []
    class E:
        def __eq__(self, o): l.append(1) if len(l) < 50 else None; return True
    l[:] = [E()]; return l.count(1)
def contains_clear():
    l = []
    class E:
        def __eq__(self, o): l.clear(); return False
    l[:] = [E(), E()]; return 5 in l
def eq_clear():
    a, b = [], []
    class E:
        def __eq__(self, o): a.clear(); b.clear(); return True
    a[:] = [E(), E()]; b[:] = [E(), E()]; return a == b
def dict_eq():
    d = {}
    class K:
        def __hash__(self): return 1
        def __eq__(self, o): d.clear(); return False
    d[K()] = 1; d[K()] = 2; d[K()] = 3; return len(d) <= 3
def repr_clear():
    l = []
    class R:
        def __repr__(self): l.clear(); return "R"
    l[:] = [R(), R(), R()]; return repr(l)
def repr_dict():
    d = {}
    class R:
        def __repr__(self): d.clear(); return "R"
    d.update({1: R(), 2: R()})
    try: return repr(d)
    except RuntimeError as e: return str(e)
def join_clear():
    l = ["a", "b"]
    class S:
        def __iter__(self): l.clear(); return iter(l)
    return ",".join(S())
def max_clear():
    l = [1, 2, 3]; return max(l, key=lambda x: l.clear() or x)
def slice_index():
    l = [1, 2, 3]
    class I:
        def __index__(self): l.clear(); return 2
    return l[I():]
def setitem_index():
    l = [1, 2, 3]
    class I:
        def __index__(self): l.clear(); return 1
    l[I()] = 5; return l
def insert_index():
    l = [1, 2, 3]
    class I:
        def __index__(self): l.clear(); return 2
    l.insert(I(), 9); return l
def mul_index():
    l = [1, 2, 3]
    class I:
        def __index__(self): l.append(4); return 2
    return l * I()
def getattr_del():
    class A:
        def __getattr__(self, n): self.__dict__.clear(); raise AttributeError(n)
    a = A(); a.x = 1; return hasattr(a, "y"), vars(a)
def class_swap():
    class A:
        def m(self): self.__class__ = B; return self.n()
    class B:
        def n(self): return "B.n"
    return A().m()
def del_in_call():
    class A:
        def f(self): del A.f; return "still ran"
    a = A(); return a.f(), hasattr(a, "f")
for f in (sort_append, sort_clear, index_clear, remove_clear, count_grow, contains_clear, eq_clear, dict_eq, repr_clear, repr_dict,
        join_clear, max_clear, slice_index, setitem_index, insert_index, mul_index, getattr_del, class_swap, del_in_call): t(f.__name__, f,
        True)
