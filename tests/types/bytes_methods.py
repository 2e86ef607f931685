# bytes: the methods shared with str, on bytes.
b = b"Hello, World hello"
print(b.upper(), b.lower(), b.title(), b.capitalize(), b.swapcase(), b.find(b"o"), b.find(111), b.rfind(b"l"), b.count(b"l"), b.count(108),
    b.index(b"W"), b.replace(b"l", b"L"), b.replace(b"l", b"", 1), b.split(), b.split(b","), b.split(b"l", 2), b.rsplit(None, 1),
    b.partition(b", "), b.rpartition(b"o"), b.startswith(b"He"), b.startswith((b"x", b"H")), b.endswith(b"lo"))
print(b"  x ".strip(), b"xxaxx".lstrip(b"x"), b"xxaxx".rstrip(b"x"), b"abc".center(7, b"*"), b"a".ljust(3) + b"|", b"a".rjust(3, b"."),
    b"-5".zfill(4), b"a\tb".expandtabs(4), b"a\nb\r\nc\x0bd\x85".splitlines(), b"a\nb\n".splitlines(True),
    b",".join([b"a", bytearray(b"b"), memoryview(b"c")]), b"abc".translate(bytes(range(1, 256)) + b"\0"), b"abc".translate(None, b"b"),
    bytes.maketrans(b"ab", b"xy")[95:100], b"abcab".translate(bytes.maketrans(b"ab", b"xy"), b"c"))
for m in ("isalpha", "isdigit", "isalnum", "isspace", "isupper", "islower", "istitle", "isascii"):
    print(m, [getattr(x, m)() for x in (b"abc", b"ABC", b"Abc", b"12", b"a1", b" \t\x0b", b"", b"\xe9", b"a b")])
print(b.hex(), b"\x00\xff".hex(), b"\x01\x02\x03\x04\x05".hex(":"), b"\x01\x02\x03\x04\x05".hex("-", 2),
    b"\x01\x02\x03\x04\x05".hex(" ", -2), bytes.fromhex("00 ff Ab\n12"), bytes.fromhex(""), b"abc".removeprefix(b"a"),
    b"abc".removesuffix(b"bc"), b"caf\xc3\xa9".decode(), b"abc".decode("ascii"))
print(b[0], b[-1], b[1:5], b[::-1], list(b"abc"), 72 in b, b"World" in b, b"" in b, b + b"!", b"ab" * 3, len(b), b == b"Hello, World hello",
    b"a" < b"b", b"a" == "a", hash(b"a") == hash(b"a"), sorted(b"cab"), max(b"abc"), bytes(reversed(b"abc")), [*b"ab"], b"a" b"b", bytes(3),
    bytes([1, 2, 255]), bytes(b"x"), bytes(range(3)), bytes(), bytes("é", "utf-8"), bytes((i for i in (65, 66))),
    b"%d %s %a %x %c %b %5.1f %%" % (1, b"s", "é", 255, 65, b"raw", 2.5), b"%(k)d" % {b"k": 5})
for f in (lambda: b"a" + "b", lambda: b"a".find("a"), lambda: b"a".find(256), lambda: b"a".split("a"), lambda: b"a".split(b""),
        lambda: b",".join(["a"]), lambda: b",".join([1]), lambda: b"a"[5], lambda: bytes([256]), lambda: bytes([-1]), lambda: bytes(["a"]),
        lambda: bytes(-1), lambda: bytes("a"), lambda: bytes(1.5), lambda: bytes(None), lambda: bytes.fromhex("0"),
        lambda: bytes.fromhex("zz"), lambda: bytes.fromhex(5), lambda: 256 in b"a", lambda: "a" in b"a", lambda: b"a".replace("a", b"b"),
        lambda: b"%s" % "str", lambda: b"%d" % "x", lambda: b"%c" % 300, lambda: b"a" < "a", lambda: b"a".index(b"z"),
        lambda: b"a".startswith("a"), lambda: b"a".translate(b"short"), lambda: b"a".hex("ab"), lambda: b"a".hex(5), lambda: b"a" % 5,
        lambda: b"\xff".decode("ascii"), lambda: bytes(3, "ascii"), lambda: bytes("a", "b", "c", "d"), lambda: b"a".center(3, b"xx"),
        lambda: b"a" * 1.5, lambda: bytes.maketrans(b"a", b"bc"), lambda: b"a".__add__(5), lambda: bytes(["1"]), lambda: bytes([10 ** 30]),
        lambda: bytes(10 ** 30)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class B(bytes): pass
print(B(b"ab"), repr(B(b"x")), type(B(b"a") + b"b").__name__, B([1, 2]) == b"\x01\x02", str(b"a'b"), repr(b'a"b'), f"{b'x'}", "%s" % b"y",
    ascii(b"\xe9"), b"\\\t\n\r\x00\x7f\x80", bytes([9, 10, 13, 39, 34, 92, 127]))
