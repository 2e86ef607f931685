# find, index, count, startswith, in, replace, partition with bounds and edge cases.
s = "hello hello world"
print(s.find("hello"), s.find("hello", 1), s.find("hello", 1, 8), s.rfind("hello"), s.rfind("l"), s.find("zz"), s.find(""), s.find("", 5),
    s.find("", 99), s.rfind(""), s.rfind("", 0, 3), s.find("o", -5), s.find("l", -100, -5), s.find("d", -1), s.rfind("h", -20, 6))
print(s.count("l"), s.count("ll"), s.count(""), s.count("o", 5), s.count("", 3, 5), "aaaa".count("aa"), "".count(""),
    s.count("hello", 0, 4), "abc".count("", 4), s.index("w"), s.rindex("h"))
for f in (lambda: s.index("zz"), lambda: s.rindex("zz"), lambda: s.index("h", 7, 8), lambda: s.find(5), lambda: 5 in s,
        lambda: s.startswith(5), lambda: s.startswith(("a", 5)), lambda: s.replace("a", 5), lambda: s.partition(""), lambda: s.partition(5),
        lambda: s.count(), lambda: s.find("a", "b"), lambda: s.find("a", 1, 2, 3), lambda: None in s, lambda: s.endswith(["d"]),
        lambda: s.replace("a", "b", "c"), lambda: s.find("h", 1.5)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(s.startswith("he"), s.startswith("lo", 3), s.startswith(("x", "h")), s.startswith(()), s.startswith(""), s.startswith("", 20),
    s.startswith("", 17), s.startswith("hello", 0, 3), s.endswith("ld"), s.endswith("l", 0, 4), s.endswith(("d", "x")),
    s.endswith("", 5, 3), s.startswith("h", None, None), s.endswith("o", None, 5))
print(s.replace("l", "L"), s.replace("l", "L", 2), s.replace("hello", ""), s.replace("", "-"), "abc".replace("", "-", 2),
    s.replace("zz", "y"), "aaa".replace("aa", "b"), "".replace("", "x"), "".replace("a", "x"), "".replace("", "x", 0),
    s.replace("o", "0", -1), s.replace("h", "H", 0), "a.b.c".replace(".", "..."))
print(s.partition(" "), s.rpartition(" "), s.partition("zz"), s.rpartition("zz"), "a=b=c".partition("="), "a=b=c".rpartition("="),
    "".partition("x"), "==".partition("="))
print("" in "", "a" in "", "" in "a", "lo h" in s, "日" in "日本", "本日" in "日本", "é" in "cafe\u0301", "\0" in "a\0b")
u = "日本語テキスト日本語😀é"
print(u.find("本"), u.rfind("本"), u.find("😀"), u.index("é"), u.count("日本"), u.replace("日本", "*"), u.find("テ", 2, 4), u.partition("😀"),
    u.startswith("語", 2), u.endswith("é"), u[u.find("😀"):], u.find("語", -5), u.rfind("日", 0, -3))
print("abcabc".removeprefix("abc"), "abcabc".removesuffix("abc"), "abc".removeprefix("x"), "abc".removesuffix(""),
    "abc".removeprefix("abc") == "", "TestCase".removeprefix("Test").removesuffix("Case"))
print(("ab" * 50).find("ba" * 20), ("a" * 1000 + "b").find("a" * 50 + "b"), ("x" * 100).rfind("x" * 99), ("abc" * 30).count("cab"),
    "mississippi".find("issip"), "mississippi".rfind("ss"), "aabaabaaab".find("aaab"))
