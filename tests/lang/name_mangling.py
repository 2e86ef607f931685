# Private names are mangled in class bodies: attributes, parameters, imports, nested scopes.
class A:
    __x = 1
    def __m(self): return "A.__m"
    def get(self): return self.__x, self.__m()
    def set(self, __v): self.__y = __v; return __v
    def loc(self):
        __l = 5
        def inner(): return __l, list(locals())
        return inner()
    def kw(self, *, __k=3): return __k
    __dunder__ = "kept"
    _single = "kept too"
    class __Inner: __z = 1
    def glob(self): return __global_in_a
    lam = lambda self: self.__x
    comp = [__q for __q in range(2)]
_A__global_in_a = "found mangled global"
a = A()
print(a.get(), a.set(4), a.loc(), a.kw(), a.glob(), a.lam(), A.comp)
print(sorted(k for k in vars(A) if k.startswith("_A")), vars(a))
print(a._A__x, A._A__Inner.__name__, A._A__Inner._Inner__z if hasattr(A._A__Inner, "_Inner__z") else sorted(vars(A._A__Inner))[:1])
try: a.__x
except AttributeError as e: print(e)
print(a.kw(_A__k=9))
class B(A):
    def get2(self): return self.__x
try: B().get2()
except AttributeError as e: print(e)
class _Under:
    def f(self): self.__v = 1; return vars(self)
class __Two:
    def f(self): self.__v = 1; return vars(self)
class ___:
    def f(self): self.__v = 1; return vars(self)
print(_Under().f(), __Two().f(), ___().f())
class C:
    def f(self):
        global __g
        __g = 1
        import sys as __s
        try: raise ValueError
        except ValueError as __e: pass
        for __i in range(1): pass
        return sorted(k for k in locals() if k != "self"), "_C__g" in globals()
    def g(self): return getattr(self, "__hidden", "not mangled in strings")
    def h(self):
        def __fn(): pass
        return __fn.__name__, __fn.__qualname__
    def d(self): self.__t = 1; del self.__t; return vars(self)
print(C().f(), C().g(), C().h(), C().d())
