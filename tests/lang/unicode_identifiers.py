# Identifiers beyond ASCII, NFKC normalisation, and characters that are not allowed.
été = 1
print(été, "été" in globals())
ｆｕｌｌ = 2
print(full)
class Ünïcode:
    def méthode(self, paramètre=3): return paramètre
    日本 = "attr"
u = Ünïcode()
print(u.méthode(), u.méthode(paramètre=5), u.日本, type(u).__name__, [n for n in dir(u) if not n.startswith("_")])
print(ascii(Ünïcode.__qualname__), Ünïcode)
µ = "micro"; print([ascii(n) for n in globals() if n in ("\xb5", "\u03bc")])
def ƒ(*аrgs, **кw): return аrgs, кw
print(ƒ(1, ключ=2))
print("a".isidentifier(), "é".isidentifier(), "1a".isidentifier(), "".isidentifier(), "a-b".isidentifier(), "日".isidentifier(),
    "_".isidentifier(), "·".isidentifier(), "a·".isidentifier(), "class".isidentifier())
_ = 5; __ = 6; ___ = 7; _a1 = 8
print(_ + __ + ___ + _a1)
try: naïve_missing
except NameError as e: print(e)
try: u.naïve
except AttributeError as e: print(e)
for src in ["a\u00a0= 1", "x = 1\u200b", "\u20ac = 1", "a = \u201chi\u201d", "x\u00b2 = 1", "\u0660 = 1", "a\u0660 = 1; print(a\u0660)",
        "x = \u0661", "a\u2013b", "\ufeffx = 1", "?", "a ? b", "$x", "x = 5 $", "a!", "x\x00"]:
    try: exec(src); print(ascii(src), "ok")
    except (SyntaxError, ValueError) as e: print(ascii(src), "->", ascii(e.msg) if isinstance(e, SyntaxError) else e)
    except NameError as e: print(ascii(src), "NameError", e)
𝐛𝐨𝐥𝐝 = "math bold"; print(bold)
ſ = 1; print(s)
print(f"{été + 1} {u.日本!r} {été=}")
