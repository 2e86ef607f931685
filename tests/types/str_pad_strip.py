# strip family, justification, zfill, expandtabs, center.
for s in ["  hi  ", "xxhixx", "\t\n hi \r\n", "", "   ", "\u3000é\u00a0", "abcba"]:
    print(repr(s), repr(s.strip()), repr(s.lstrip()), repr(s.rstrip()), repr(s.strip("x")), repr(s.lstrip("ax ")), repr(s.rstrip("ab ")),
        repr(s.strip("")), repr(s.strip(None)))
print("www.example.com".strip("cmowz."), "日本日".strip("日"), "éaé".strip("é"), "mississippi".rstrip("ipz"), "123abc321".strip("123"),
    "a😀b😀".rstrip("😀"))
for w in (0, 3, 4, 5, 8, 9, -5):
    print(repr("abcd".center(w)), repr("abcd".ljust(w)), repr("abcd".rjust(w)), repr("abc".center(w, "*")), repr("ab".zfill(w)),
        repr("-5".zfill(w)), repr("+".zfill(w)))
print("é".center(5, "日"), "日本".rjust(4, "…"), "a".ljust(3, "😀"), "".center(3, "x"), "--5".zfill(6), "+-1".zfill(6), "é5".zfill(4),
    "".zfill(3), "1234".zfill(2))
for s in ["a\tb", "\t", "ab\tc\td", "a\n\tb", "abcdefgh\tx", "é\tx", "a\r\tb", "\t\t", "no tabs", "日\tx"]:
    print(repr(s.expandtabs()), repr(s.expandtabs(4)), repr(s.expandtabs(0)), repr(s.expandtabs(1)), repr(s.expandtabs(tabsize=3)),
        repr(s.expandtabs(-2)))
for f in (lambda: "a".center(), lambda: "a".center("b"), lambda: "a".center(5, "xx"), lambda: "a".ljust(5, ""), lambda: "a".rjust(5, 5),
        lambda: "a".strip(5), lambda: "a".zfill("x"), lambda: "a".expandtabs("x"), lambda: "a".center(5, b"x"), lambda: "a".strip("a", "b"),
        lambda: "a".zfill(), lambda: "a".ljust(1.5)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
rows = [("apple", 1.5, 3), ("kiwi", 0.25, 12), ("watermelon", 10, 1)]
for n, p, q in rows: print(n.ljust(12) + str(p).rjust(6) + str(q).center(5) + "|" + f"{n:<12}{p:>6}{q:^5}|")
print("title".center(21, "="), "x".center(4), "x".center(5), "xy".center(5), "xy".center(4), "abc".center(6), sep="\n")
