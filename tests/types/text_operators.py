# str and bytes with subclasses, reflected operators, and the texts of their errors.
class R:
    def __radd__(self, o): return ("radd", o)
    def __rmul__(self, o): return ("rmul", o)
    def __rmod__(self, o): return ("rmod", o)
    def __index__(self): return 2
    def __str__(self): return "R!"
    def __bytes__(self): return b"RB"
    def __getitem__(self, k): return k
print("a" + R(), b"a" + R(), "abc"[R()], b"a%sb" % R(), bytes(R()), "%(x)s %(y)s" % R())
class S(str):
    def __str__(self): return "custom"
    def __format__(self, spec): return "F" + spec
s = S("hello")
print(s, repr(s), s.upper(), type(s.upper()).__name__, type(s + "x").__name__, type(s[:]).__name__, f"{s:q}", "%s" % s, "{:z}".format(s), str(s), type(str(s)).__name__)
class T(str):
    def __new__(cls, v, extra): self = str.__new__(cls, v); self.extra = extra; return self
t = T("abc", 5); print(t, t.extra, t == "abc", hash(t) == hash("abc"), {"abc": 1}[t], isinstance(t, str), len(t))
class B(bytes):
    pass
b = B(b"xy"); print(b, type(b).__name__, type(b[:]).__name__, b == b"xy", type(B.fromhex("6162")).__name__)
class BA(bytearray):
    def __init__(self, x): bytearray.__init__(self, x); self.n = 1
ba = BA(b"q"); ba += b"r"; print(ba, type(ba).__name__, ba.n)
def attempt(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
for f in (lambda: "a" + 1, lambda: b"a" + "b", lambda: "a" * "b", lambda: 1 + "a", lambda: "a" - 1, lambda: "a" < 1, lambda: "a" in 5, lambda: 5 in "a",
          lambda: "abc"[5], lambda: b"abc"[9], lambda: bytearray(b"a")[5], lambda: "a".nope, lambda: "a".join(5), lambda: "a".join([1]), lambda: ",".join(["a", None]),
          lambda: "a".split(""), lambda: "a".split(1), lambda: int("x"), lambda: "{}".format(), lambda: "{a}".format(), lambda: "{0.x}".format(1), lambda: "{:d}".format("a"),
          lambda: "%d" % "x", lambda: "%d %d" % 1, lambda: "%z" % 1, lambda: "a" % 1, lambda: "%c" % 1114112, lambda: "%c" % "ab", lambda: str(b"a", "ascii", 5), lambda: str("a", "utf-8"),
          lambda: str(5, "utf-8"), lambda: bytes("a"), lambda: bytes(-1), lambda: bytes([256]), lambda: bytes(1.5), lambda: bytes("a", "utf-8", errors="x"), lambda: bytearray("x"),
          lambda: "a".encode("nope"), lambda: "\ud800".encode(), lambda: b"\xff".decode(), lambda: "a".upper(1), lambda: "a".replace("a"), lambda: "a".find(),
          lambda: str.upper(5), lambda: str.maketrans("a"), lambda: "a".translate(5), lambda: "a".center("x"), lambda: "a".center(5, "xy"), lambda: "abc".startswith(5), lambda: hash(bytearray()), lambda: {bytearray(): 1},
          lambda: "%s" % (), lambda: "%(a)s" % {}, lambda: "%(a)s" % 5, lambda: "%*d" % ("a", 5), lambda: "%d" % 1e400, lambda: "%d" % float("nan"), lambda: "%x" % 1.5, lambda: "%f" % "a", lambda: "%d" % 10**30, lambda: "%x" % -10**30,
          lambda: f"{10**30:,}", lambda: "a".zfill(5.5), lambda: "a".expandtabs("x"), lambda: "abc".index("z"), lambda: b"abc".index(b"z"), lambda: memoryview(b"abc")[5], lambda: memoryview(5), lambda: memoryview(b"a")[0:1] == b"a"):
    attempt(f)
m = memoryview(bytearray(b"abcdef")); m[1:3] = b"XY"; print(m.tobytes(), m[::2].tolist(), m[::-1].tobytes(), bytes(m), len(m), m == b"aXYdef")
ba = bytearray(b"abc"); v = memoryview(ba)
attempt(lambda: ba.append(1)); v.release(); ba.append(33); print(ba)
def leak(): memoryview(ba)
leak(); ba.append(34); print(ba)
print([c for c in "aé日😀"], list(b"abc"), list(reversed("aé")), sorted("héa"), max("aé"), "é" in "café", "日本語"[1], "日本語"[::-1], "a" * 3 + "é" * 2)
print("aé日😀".encode(), "x".join("é日"), "é日".split("日"), "ÉCOLE".lower(), "ΑΣ".lower(), "straße".upper(), "ǆ".title(), "ß".casefold(), "İ".lower().encode())
print(len("é" * 1000), ("é日a" * 1000)[1500], ("é日a" * 1000)[777:780], ("é日a" * 1000).find("a日"), ("é日a" * 1000).rindex("é"), ("é日" * 200).index("日", 100))
print("{0[a]} {0[b][0]} {1.real} {x!r:>6} {{}} {:>{w}}".format.__name__, "{0[a]} {1.real} {x!r:>6} {{}} {2:>{w}}".format({"a": 1}, 5, "q", x="s", w=4))
print("%-5s|%5.1f|%+d|%#x|%05d|%e|%g|%%|%r|%a|%c" % ("é", 3.14159, 5, 255, -42, 12345.678, 1e-10, "é", "é", 0x1F600))
print(str(b"abc"), repr(bytearray(b"a'b")), str(b"caf\xc3\xa9", "utf-8"), bytes("é", "latin-1"), bytes([1, 2]), bytes(3), bytes(range(3)), bytearray(2))
print("tab\tx".expandtabs(4), "a-b_c d".title(), "hello world".capitalize(), "x=1;y=2".partition(";"), "a,b,,c".split(","), " a  b ".split(), "l1\nl2\r\nl3".splitlines(True))
