# abs, divmod, pow, round, sum, min, max, bin, hex, oct, chr, ord.
print(abs(-5), abs(-2.5), abs(3 + 4j), abs(True), divmod(7, 3), divmod(-7, 3), divmod(7.5, 2), pow(2, 3), pow(2, -1), pow(2, 3, 5),
    pow(base=2, exp=5), pow(2, 3, mod=3), round(2.5), round(-2.5), round(2.567, 2), round(1234, -2), round(True), round(number=3.7),
    round(1.5, ndigits=0))
print(sum([1, 2]), sum([1.5, 2]), sum([], 5), sum([[1], [2]], []), sum((i for i in range(4)), start=10), sum([True, True]), sum([0.1] * 3),
    sum([1j, 1]), sum({1: 2, 3: 4}), sum([10 ** 20, 1]), sum([1 << 62, 1 << 62]))
print(min(1, 2), max([3, 1]), min("b", "a"), max({1: 2, 5: 0}), min([], default="d"), max([1, -5], key=abs), min(3, 1, 2, key=lambda x: -x),
    max("abc", key=ord), min((1, 2), (1, 1)), max([[1], [1, 2]]), max(1, 1.0), max(1.0, 1), min("", default=None, key=len),
    max(iter([2, 7, 1])))
print(bin(10), bin(-1), hex(255), oct(8), hex(-16), chr(97), chr(8364), ord("€"), ord(b"a"), ord(bytearray(b"b")),
    chr(0x10ffff) == "\U0010ffff")
for f in (lambda: abs("a"), lambda: abs(), lambda: divmod("a", 1), lambda: divmod(1j, 1), lambda: pow(2), lambda: pow("a", 1),
        lambda: pow(1, 2, 3, 4), lambda: round("a"), lambda: round(), lambda: round(1j), lambda: round([1]), lambda: sum(1),
        lambda: sum(["a"]), lambda: sum(["a"], ""), lambda: sum([b"a"], b""), lambda: sum([bytearray()], bytearray()), lambda: sum([[1]]),
        lambda: sum(), lambda: sum([1], 2, 3), lambda: min(), lambda: min([]), lambda: max(1), lambda: min(1, "a"), lambda: max([1, None]),
        lambda: min(1, 2, default=0), lambda: max([], key=5), lambda: max([1], key=5), lambda: bin(1.0), lambda: hex("a"), lambda: oct([]),
        lambda: chr("a"), lambda: chr(-1), lambda: chr(1.5), lambda: ord(""), lambda: ord("ab"), lambda: ord(1), lambda: ord(b"ab"),
        lambda: chr(10 ** 20), lambda: bin(), lambda: min(1, 2, bad=3), lambda: sum([1], start="a"), lambda: max(1, 2, key=lambda: 0),
        lambda: divmod(1), lambda: pow(2, 3, "a"), lambda: round(1.5, "a"), lambda: abs(None)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
