# `in` on what cannot be iterated over.
class A:
    def __iter__(self): raise TypeError('mine')
class B:
    def __iter__(self): raise ValueError('mine')
class C:
    __iter__ = None
class D:
    def __iter__(self): return 3
for x in A(), B(), C(), D(), 3, None:
    try: print(1 in x)
    except Exception as e: print(type(e).__name__, e)
    try: 1 not in x
    except Exception as e: print(type(e).__name__, e)
