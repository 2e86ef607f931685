# maketrans/translate, comparison, multiplication, indexing, iteration, hash and misc methods.
t = str.maketrans("abc", "xyz")
print(sorted(t.items()), "aabbcc d".translate(t), "abc".translate(str.maketrans("a", "b", "c")),
    "abc".translate({97: None, 98: "BB", 99: 0x65e5}), "abc".translate(str.maketrans({"a": "1", 98: "2", "c": None})),
    "é日".translate({0xe9: "e"}))
class T:
    def __getitem__(self, k):
        if k > 98: raise LookupError
        return chr(k).upper()
print("abcd".translate(T()), "xyz".translate({}))
for f in (lambda: str.maketrans("ab", "c"), lambda: str.maketrans("a"), lambda: str.maketrans({"ab": 1}), lambda: str.maketrans(5),
        lambda: "a".translate(5), lambda: "a".translate({97: 1.5}), lambda: "a".translate({97: 0x110000}),
        lambda: str.maketrans("a", "b", 5), lambda: str.maketrans({1.5: 1}), lambda: "a" + 1, lambda: "a" + b"b", lambda: 1 + "a",
        lambda: "a" * "b", lambda: "a" * 1.5, lambda: "a" < 1, lambda: "a"[1], lambda: "a" - "b", lambda: -"a", lambda: "a".nope,
        lambda: str.join("a"), lambda: "a".__getitem__(5)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print("abc" < "abd", "abc" < "ab", "Z" < "a", "" < "a", "é" > "z", "日" < "😀", "\uffff" < "\U00010000", "a" == "a", "a" != b"a", "abc" * 0,
    "abc" * -1, 2 * "ab", "a" "b" + "c", max("hello"), min("hello"), sorted("hello"), list(reversed("abc")), list(enumerate("ab")),
    "abc"[::-1], "l" in "hello", tuple("aé日"), len("😀é"), [ord(c) for c in "aé日😀"])
print(chr(0), repr(chr(0x10ffff)), ord("\U0010ffff"), chr(233), ascii(chr(0xd800)), ord("é"), str(), str(5), str(None), str([1, "a"]),
    str(b"a"), str(object=5), str(1.0), str(True), str("x") == "x", repr("x"), str(type), ascii("é日😀\n"), hash("a") == hash("a"),
    "a".__hash__() == hash("a"), "abc".__contains__("b"), "abc".__len__(), "a".__mul__(3), "a".__add__("b"), "%s".__mod__("x"),
    "a".__eq__(5), "a".__lt__("b"), "b".__ge__(1))
class S(str):
    def __new__(cls, v, extra=None):
        o = super().__new__(cls, v); o.extra = extra; return o
    def __repr__(self): return f"S({str.__repr__(self)})"
    def shout(self): return S(self.upper() + "!", self.extra)
    def __eq__(self, o): return str.__eq__(self.lower(), o.lower())
    __hash__ = str.__hash__
x = S("abc", 7)
print(x, repr(x), x.extra, x.shout(), type(x + "d").__name__, type(x[:]).__name__, type(x.upper()).__name__, x == "ABC", "ABC" == x, x[1],
    len(x), x in {"abc": 1}, f"{x}", "%s" % x, [x], str(x), type(str(x)).__name__, x.__class__.__mro__[1].__name__, isinstance(x, str),
    "".join([x, x]))
print("abc".isidentifier(), "a\tb".expandtabs(2), "abc".__iter__().__class__.__name__, [*"日本"], dict.fromkeys("aba"), "abcdef"[-3:],
    "abcdef"[1:-1:2], "a,b".split(",") + ["c"], "x".join(["1"]), "".join(sorted("banana")), "banana".count("a"),
    "".join(dict.fromkeys("banana")), "radar" == "radar"[::-1], "a-b_c d".replace("-", "_").replace(" ", "_").split("_"),
    "Hello"[0].lower() + "Hello"[1:], "\x00" < "\x01", "10" < "9", int("10") > int("9"))
