# The % operator on str: conversions, flags, mappings, errors.
print("%s %r %a %d %i %u %c %c %x %X %o %e %E %f %F %g %G %%" % ("s", "r", "é", 1, 2, 3, "c", 99, 255, 255, 8, 1.5, 1.5, 2.5, 2.5, 3.5,
    3.5))
print("%5d|%-5d|%05d|%+d|% d|%5s|%-5s|%.2s|%5.1s|" % (1, 2, 3, 4, 5, "a", "b", "long", "xyz"), "%#x %#o %#X" % (255, 8, 255),
    "%*d|%-*d|%.*f" % (5, 1, 5, 2, 2, 3.14159), "%+5d|%-+5d|%+05d" % (1, 2, 3))
print("%(a)s %(b)05d %(a)r" % {"a": "x", "b": 7}, "%(k)s" % {"k": (1, 2)}, "%(a)s%%" % {"a": 1, "unused": 2},
    "%((paren))s" % {"(paren)": "nested"}, "%()s" % {"": "empty"}, "no conversions" % (), "no conversions" % {}, "%s" % {"a": 1},
    "%s" % [1, 2], "%s %s" % (1, (2,)), "%s" % (None,), "%s" % ((1, 2),))
for s, a in [("%d", "x"), ("%d", None), ("%d", 1.9), ("%d", 1j), ("%x", 1.5), ("%s", ()), ("%s %s", (1,)), ("%s", (1, 2)), ("%", ()),
        ("%z", 1), ("%(a)s", {}), ("%(a)s", 5), ("%(a)s", (1,)), ("%(a", {"a": 1}), ("%c", "ab"), ("%c", -1), ("%c", 0x110000), ("%c", 1.5),
        ("%f", "a"), ("%*d", ("a", 1)), ("%.*f", (1.5, 1)), ("x", 5), ("x", "y"), ("x", [1]), ("x", {"a": 1}), ("%s%s", "ab"),
        ("%ld %hd", (1, 2)), ("%5", 1), ("%.", 1), ("%é", 1), ("%d", "1"), ("%i", [1]), ("%o", "8"), ("%e", None), ("%(a)d", {"a": "s"}),
        ("%99999999999999999999d", 1), ("%.99999999999999999999f", 1.0), ("%c", b"a"), ("%b", 1)]:
    try: print(repr(s), a, "=", ascii(s % a))
    except Exception as e: print(repr(s), a, "->", type(e).__name__, e)
class D:
    def __int__(self): return 5
    def __index__(self): return 6
    def __float__(self): return 7.5
    def __str__(self): return "str"
    def __repr__(self): return "repr"
    def __getitem__(self, k): return k * 2
print("%s %r %x %f" % (D(), D(), D(), D()), "%(ab)s" % D())
try: print("%d" % D())
except TypeError as e: print(e)
print("%s" % "日本", "%5s|%-5s|%.1s" % ("日", "本", "語x"), "%c%c" % ("日", 0x1f600), "é%sé" % "x", "%r %a" % ("日\n", "日\n"), "%10r|" % "a",
    "%-10a|" % "é", "%d" % True, "%s" % True, "%d" % (10 ** 20), "%x" % -255, "%#o" % -8, "%08x" % -255, "%+x" % 10, "%.3x" % 5,
    "%#.5x" % 255, "%-8x|" % 10)
class S(str):
    def __mod__(self, o): return "S.mod"
    def __rmod__(self, o): return "S.rmod"
print(S("%s") % 1, "%s" % S("a") , type(S("a").__add__("b")).__name__)
