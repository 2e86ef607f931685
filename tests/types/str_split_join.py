# split, rsplit, splitlines, join.
for s in ["a b  c", "  a  b ", "", "   ", "a\tb\nc\r\nd", "one", "a,b,,c,", ",", "x--y--z", "é à  日 本"]:
    print(repr(s), s.split(), s.split(" "), s.split(","), s.split(None, 1), s.rsplit(None, 1), s.split(",", 1), s.rsplit(",", 1),
        s.split("--"), s.rsplit("-", 2), s.split(maxsplit=0), s.split(",", 0), s.split(sep=None, maxsplit=-1))
print("a  b  c  ".split(None, 1), "  a  b".rsplit(None, 1), "  x  ".split(None, 0), "  x  ".rsplit(None, 0), "a b c d".split(" ", 2),
    "a b c d".rsplit(" ", 2), "aXXbXXXc".split("XX"), "aXXbXXXc".rsplit("XX"), "abc".split("abc"), "".split("x"), "".split())
for s in ["a\nb", "a\nb\n", "\n", "", "a\r\nb\rc\n\nd", "a\x0bb\x0cc\x1cd\x1de\x1ef\x85g\u2028h\u2029i", "no newline", "\r\n\r\n",
        "a\n\rb"]:
    print(repr(s), s.splitlines(), s.splitlines(True), s.splitlines(keepends=True) == s.splitlines(1))
print(",".join(["a", "b"]), "".join("abc"), "-".join("x"), ", ".join([]), "ab".join(("1", "2", "3")), " ".join(c for c in "xyz"),
    "日".join("本語"), "".join(["é", "a", "😀"]), "sep".join({"k": 1}), "\n".join(map(str, range(3))))
for f in (lambda: "a".split(""), lambda: "a".split(5), lambda: ",".join([1]), lambda: ",".join(["a", None]), lambda: ",".join(5),
        lambda: ",".join([b"a"]), lambda: "a".split("a", "b"), lambda: "a".split(None, 1.5), lambda: "a".rsplit(""), lambda: "a".join(),
        lambda: ",".join(["a", "b", 3, 4]), lambda: "a".splitlines(1, 2), lambda: "a".split(sep="a", bad=1), lambda: b",".join(["a"])):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
text = "The quick brown fox\njumps over\n\nthe lazy dog"
print([len(l.split()) for l in text.splitlines()], {w: text.split().count(w) for w in sorted(set(text.lower().split()))},
    " ".join(w[::-1] for w in text.split()), text.split("\n"), text.title().split()[0:2])
class S(str): pass
print(type(S("a b").split()[0]).__name__, type(S(",").join(["a"])).__name__, S(" ").join(["x", "y"]), type(",".join([S("a")])).__name__)
