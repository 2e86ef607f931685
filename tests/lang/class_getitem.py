# __class_getitem__, generic aliases of built-ins, __mro_entries__, unions.
class G:
    def __class_getitem__(cls, k): return f"{cls.__name__}[{k}]"
class H(G): pass
print(G[int], H[1, 2], G["x"])
try: G()[1]
except TypeError as e: print(e)
a = list[int]
print(a, type(a).__name__, a.__origin__, a.__args__, a([1, 2]), dict[str, list[int]], tuple[int, ...], tuple[()], type[int], set["X"],
    a == list[int], hash(a) == hash(list[int]), a.append is list.append)
class L(list[int]): pass
print(L.__bases__, L.__orig_bases__, L([1]))
try: isinstance([], list[int])
except TypeError as e: print(e)
try: issubclass(list, list[int])
except TypeError as e: print(e)
for src in ("int[5]", "str[int]", "len[0]", "object[1]", "list[int][str]", "float[1:2]"):
    try: print(eval(src))
    except TypeError as e: print(e)
u = int | str
print(u, type(u).__name__, u.__args__, isinstance(5, u), isinstance(1.5, u), issubclass(bool, u), int | None, u | float, int | int,
    (int | str) == (str | int), list[int] | None)
try: int | 5
except TypeError as e: print(e)
try: isinstance("", int | list[int])
except TypeError as e: print(e)
class Entry:
    def __mro_entries__(self, bases): print("entries", len(bases)); return (Base1, Base2)
class Base1: pass
class Base2: pass
class M(Entry()): pass
print(M.__bases__ == (Base1, Base2), len(M.__orig_bases__))
class BadEntry:
    def __mro_entries__(self, bases): return 5
try:
    class X(BadEntry()): pass
except TypeError as e: print(e)
try: type("Y", (Entry(),), {})
except TypeError as e: print(e)
print(isinstance(5, (int, (str, (list,)))), isinstance([], int | None), isinstance(None, int | None), issubclass(int, (str, object)))
print([i.__name__ for i in bool.__mro__], int.__subclasscheck__(bool), type.__instancecheck__(int, 5))
