class A:
    append = list.append
    __len__ = list.__len__
    __enter__ = list.append
    __exit__ = list.append
    __iter__ = list.__iter__
    __repr__ = list.__repr__
    __hash__ = str.__hash__
    __eq__ = dict.__eq__
    __add__ = str.__add__
    __contains__ = list.__contains__
    __call__ = dict.get
    __bool__ = int.__bool__
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
a=A()
t(lambda: a.append(1)); t(lambda: len(a)); t(lambda: iter(a)); t(lambda: repr(a)); t(lambda: hash(a)); t(lambda: a==a); t(lambda: a+'x'); t(lambda: 1 in a); t(lambda: a(1)); t(lambda: bool(a)); t(lambda: a.append)
def w():
    with a: pass
t(w)
class B(A):
    def f(self): return super().append(3)
t(lambda: B().f())
t(lambda: B().append(3))
