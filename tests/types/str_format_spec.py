# format(str, spec): fill, width, precision; padding with wide and astral characters.
for s in ("abc", "", "日本", "é😀x"):
    for spec in ("", "s", "5", "<5", ">5", "^5", "*^6", ".2", "5.2", ">5.1s", "05", "=<4", "<05", "日>6", ".0", "😀^7s", "2", "^4.1"):
        print(spec, repr(format(s, spec)), end=" ")
    print()
for spec in ("d", "=5", "+", " 5", "#", ",", "_s", ".2d", "5x", "c", "z", "0=5", "%", "s5", ".", "<<<", "5 ", "n", "{}"):
    try: print(repr(spec), repr(format("abc", spec)))
    except ValueError as e: print(repr(spec), e)
for v in ([1], (1,), {}, None, {1}, 1 + 2j, b"b", range(2), len, type, object, ...):
    try: print(format(v, "") == str(v), format(v, ">20"))
    except TypeError as e: print(e)
for bad in (5, None, b"5"):
    try: format("a", bad)
    except TypeError as e: print(e)
try: "a".__format__(5)
except TypeError as e: print(e)
class F:
    def __format__(self, spec): return "[" + spec + "]"
print(format(F()), format(F(), "anything at all"), f"{F():>10}", "{:{}}".format(F(), "x"), f"{F():{'{'}}", "{:a}{:b}".format(F(), F()))
class S(str):
    def __format__(self, spec): return super().__format__(spec) + "!"
print(f"{S('a'):>3}", format(S("b")), "{}".format(S("c")), "%s" % S("d"))
print(f"{'left':<10}|{'mid':^10}|{'right':>10}|{'x':-^9}|{'trunc':.3}|{'both':6.2}|{'a':>{3}}|{'b':{'*'}>{4}}|")
