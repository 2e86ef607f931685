# test: heavy
from _t import t
def f(*a, **k): return len(a), len(k)
big = list(range(10 ** 6))
t("million args", lambda: f(*big), True); t("million to print", lambda: len(str(max(*big))), True)
t("dict kwargs", lambda: f(**{f"k{i}": i for i in range(50000)}), True)
t("both", lambda: f(*big, *big, **{"a": 1}), True); t("min", lambda: min(*big), True)
t("zip", lambda: len(list(zip(*[[1, 2]] * 1000))), True)
t("format", lambda: len(("{}" * 5000).format(*range(5000))), True)
t("percent", lambda: len(("%d" * 5000) % tuple(range(5000))), True)
t("range list", lambda: len([*big, *big]), True); t("type error", lambda: (lambda a: a)(*big))
t("set", lambda: len({*big}), True); t("partial", lambda: (lambda a, b, *c: len(c))(*big), True)
src = "def many(" + ", ".join(f"p{i}" for i in range(2000)) + "): return p0 + p1999\nprint(many(*range(2000)))"
exec(src)
src = "def kwonly(*, " + ", ".join(f"p{i}=0" for i in range(1000)) + "): return p999\nprint(kwonly(p999=7))"; exec(src)
src = "def locs():\n" + "".join(f"    v{i} = {i}\n" for i in range(3000)) + "    return v0 + v2999\nprint(locs())"; exec(src)
src = "def consts():\n    return [" + ", ".join(f"{i}.5" for i in range(5000)) + "]\nprint(sum(consts()))"; exec(src)
src = "print(len([" + ", ".join(f"'s{i}'" for i in range(5000)) + "]))"; exec(src)
src = "def names():\n" + "".join(f"    global g{i}; g{i} = {i}\n" for i in range(2000)) + "names()\nprint(g1999)"; exec(src)
src = "def branches(x):\n" + "".join(f"    if x == {i}: return {i * 2}\n" for i in range(3000)) + "print(branches(2999), branches(-1))"
exec(src)
src = "def loop():\n    n = 0\n    for i in range(3):\n" + "".join(f"        n += {i}\n" for i in range(4000)) + "    return n\nprint(loop())"
exec(src)
src = "x = 1\n" + "".join(f"def fn{i}(): return x + {i}\n" for i in range(1000)) + "print(sum(f() for n, f in list(globals().items()) if n.startswith('fn')))"
exec(src, {})
src = "print(" + " + ".join(str(i) for i in range(800)) + ")"; exec(src)
src = "d = {" + ", ".join(f"'k{i}': {i}" for i in range(5000)) + "}\nprint(len(d), d['k4999'])"; exec(src)
src = "class Big:\n" + "".join(f"    def m{i}(self): return {i}\n" for i in range(1000)) + "print(Big().m999(), len([n for n in vars(Big) if n[0] == 'm']))"
exec(src)
src = "def fin():\n" + "".join("    " * (i + 1) + "try:\n" for i in range(15)) + "    " * 16 + "return 1\n" + "".join("    " * (15 - i) + "finally: pass\n" for i in range(15)) + "print(fin())"
exec(src)
src = "for a in [1]:\n" + "".join("  " * (i + 1) + f"for v{i} in [1]:\n" for i in range(18)) + "  " * 19 + "print('nested loops')"
exec(src)
try: compile("".join(" " * i + "for x in y:\n" for i in range(25)) + " " * 25 + "pass", "s", "exec"); print("ok")
except SyntaxError as e: print(e.msg)
try: compile("".join(" " * i + "if x:\n" for i in range(120)) + " " * 120 + "pass", "s", "exec"); print("ok")
except (IndentationError, MemoryError) as e: print(e.msg)
