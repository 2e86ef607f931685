# test: heavy
# str predicates by Unicode category.
chars = ["a", "Z", "5", " ", "_", "é", "ß", "日", "٣", "²", "½", "Ⅷ", "①", "\t", "\n", "\x00", "\x7f", "\x85", "\xa0", "\u200b", "\u2028",
    "\u3000", "\ufeff", "😀", "\ud800", "ª", "\u0301", "〇", "\u1680", "\x1c", "๓", "𝟘", "-", ".", "", "ab1", "1a", "a b", "１２", "\u00ad",
    "\ue000", "\u0378", "€"]
names = ["isalpha", "isdigit", "isdecimal", "isnumeric", "isalnum", "isspace", "isprintable", "isascii", "isidentifier", "isupper",
    "islower", "istitle"]
for c in chars:
    print(ascii(c).ljust(14), "".join("01"[getattr(c, n)()] for n in names), ascii(repr(c)))
total = {n: 0 for n in names}
for cp in range(0x3000):
    ch = chr(cp)
    for n in names:
        total[n] += getattr(ch, n)()
print(total)
print([ascii(c) for c in map(chr, range(0x110000)) if c.isspace()])
print(sum(c.isdecimal() for c in map(chr, range(0x20000))), sum(c.isdigit() for c in map(chr, range(0x20000))))
print(" \t\n\r\f\v\x1c\x1d\x1e\x1f\x85\xa0\u2003x".strip() == "x", "a\x1cb\x85c\u2028d".split(),
    "a\x1cb\x85c\u2028d\x0be\x0cf\rg\r\nh".splitlines())
