# str.format and format_map: fields, nesting, attributes, indexes, errors.
class P:
    x, y = 3, [10, {"k": "deep"}]
    def __getitem__(self, k): return f"item {k}"
    def __format__(self, s): return f"P<{s}>"
p = P()
print("{} {} {}".format(1, "a", None), "{0} {1} {0}".format("x", "y"), "{a} {b}".format(a=1, b=2), "{0} {name}".format("pos", name="kw"),
    "{}{{}}{}".format(1, 2), "{{{}}}".format(5), "{:>5}|{:<5}|{:^5}".format("a", "b", "c"))
print("{0.x} {0.y[0]} {0.y[1][k]} {0[key]} {0[-1]} {0:spec}".format(p), "{a.x}".format(a=p), "{[0]} {[1]}".format("ab", "cd"),
    "{0[0]}{0[1]}".format(["p", "q"]), "{.real}".format(5), "{d[a b]}".format(d={"a b": "spaces"}), "{d[1]}".format(d={1: "int key"}))
print("{!r} {!s} {!a}".format("é", "é", "é"), "{0!r:>6}".format("a"), "{:{}}".format("x", 5) + "|", "{:{w}.{p}f}".format(3.14159, w=8, p=2),
    "{0:{1}{2}}".format("a", ">", 4), "{:{fill}{align}{width}}".format("m", fill="*", align="^", width=7), "{:%Y}".format(p),
    "{:}".format(1), "")
print("{:d} {:x} {:#b} {:,} {:.2f} {:e} {:%} {:c}".format(10, 255, 5, 10000, 1.5, 1234.5, 0.5, 65), "{:s}".format("s"),
    "{:5}{:<5}|".format(1, 2), "{:.3}".format("abcdef"), "{:06.2f}".format(3.14159), "{:+d} {: d}".format(5, 5))
m = type("M", (dict,), {"__missing__": lambda s, k: f"<{k}>"})
print("{a} {b}".format_map({"a": 1, "b": 2}), "{a} {zz}".format_map(m(a=1)), "{self}".format(self=5), "{0}{1}{0}".format(*"ab"),
    "{**}".format(**{"**": 1}), "{class}".format(**{"class": "kw"}), "{ a }".format(**{" a ": "spaced"}))
for fs, a, k in [("{}", (), {}), ("{1}", ("a",), {}), ("{a}", (), {}), ("{", (), {}), ("}", (), {}), ("{0", (1,), {}),
        ("{}{0}", (1, 2), {}), ("{0}{}", (1, 2), {}), ("{!x}", (1,), {}), ("{!}", (1,), {}), ("{0.nope}", (1,), {}), ("{0[5]}", ([1],), {}),
        ("{0[a]}", ([1],), {}), ("{:d}", ("a",), {}), ("{:s}", (1,), {}),
                 ("{0.}", (1,), {}), ("{0[]}", ([1],), {}), ("{0[1}", ([1],), {}), ("{:{:{}}}", (1, 2, 3), {}), ("{:>z}", (1,), {}),
                 ("{a.b.c}", (), {"a": 1}), ("{-1}", (1,), {}), ("{1.5}", (1, 2), {}), ("{:10.3d}", (1,), {}), ("{!r", (1,), {}),
                 ("{0!rr}", (1,), {}), ("{0[1]x}", ([1, 2],), {}), ("{:.{}}", ("abc",), {}), ("{99999999999999999999}", (1,), {}),
                 ("{]}", (1,), {}), ("{a!s:5", (), {"a": 1})]:
    try: print(fs, "=", fs.format(*a, **k))
    except Exception as e: print(fs, "->", type(e).__name__, e)
try: "{a}".format_map({})
except KeyError as e: print(repr(e))
try: "{}".format_map({"a": 1})
except ValueError as e: print(e)
print("{:>{w}}".format("日本", w=5), "{:é^7}".format("x"), "{:日<4}".format(1), "{} {}".format(*[[1], {2: 3}]), "{:5}|{:5}".format(True, "b"),
    "{0:}{0!s:}".format(None))
