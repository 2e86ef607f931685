# print: sep, end, file, flush; and how objects are shown by it.
import sys, io
print()
print(1, "a", None, [1, "b"], sep="|")
print("no newline", end="")
print(" ... continued")
print("a", "b", sep="")
print("x", end="\n\n")
print(*range(5), sep=", ", end=".\n")
print(sep="-")
print("a\nb\ttab")
buf = io.StringIO()
print("to buffer", 1, file=buf)
print("again", file=buf, end="")
print(repr(buf.getvalue()))
print("stdout", file=sys.stdout, flush=True)
print("none means stdout", file=None, sep=None, end=None)
class W:
    def __init__(self): self.parts = []
    def write(self, s): self.parts.append(s)
w = W()
print("a", 1, sep="-", end="!", file=w)
print(w.parts)
for kw in ({"sep": 1}, {"end": 1}, {"file": 5}, {"bad": 1}, {"flush": 1, "nope": 2}):
    try: print("x", **kw)
    except (TypeError, AttributeError) as e: print(type(e).__name__, e)
old = sys.stdout
sys.stdout = buf2 = io.StringIO()
print("captured")
sys.stdout = old
print(buf2.getvalue(), end="")
class R:
    def __repr__(self): return "R-repr"
class S(R):
    def __str__(self): return "S-str"
print(R(), S(), [R(), S()], {"k": S()}, (S(),), "")
print(1.0, 1e100, -0.0, 1j, True, None, ..., NotImplemented, int, len, "é日")
print({1: {2: [3, (4,)]}}, [[], {}, (), set(), frozenset()], {1, 2}, b"bytes", bytearray(b"ba"), range(3), slice(1, 2))
print("%s and %r" % ("str", "repr"), "{} {!r}".format("a", "b"))
print("long " * 3 + "end", "-" * 20, sep="\n")
sys.stdout.write("direct write\n")
print(sys.stdout.write("four\n"))
sys.stdout.writelines(["l1\n", "l2\n"])
print("\x00\x7f".encode(), ascii("é\n"), end="\n")
print("a", end=" "); print("b", end=" "); print("c")
