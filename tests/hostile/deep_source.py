# test: heavy
# Deeply nested source text ends in a MemoryError, RecursionError or SyntaxError, never in a crash.
def check(name, src, mode="eval"):
    try: compile(src, "<deep>", mode); print(name, "ok")
    except (MemoryError, RecursionError, SyntaxError) as e: print(name, "refused")
n = 100000
for name, src in {"parens": "(" * n + ")" * n, "brackets": "[" * n + "]" * n, "braces": "{" * n + "}" * n, "open": "(" * n,
        "calls": "f(" * n + ")" * n, "subscripts": "a[" * n + "0" + "]" * n, "lambda": "lambda: " * n + "0",
        "dicts": "{1:" * n + "0" + "}" * n}.items(): check(name, src)
check("blocks", "".join("  " * i + "if 1:\n" for i in range(300)) + "  " * 300 + "pass\n", "exec")
check("mixed", "([{" * 3000 + "}])" * 3000)
check("fstring", 'f"{' * 500 + "1" + '}"' * 500)
check("small parens", "(" * 60 + "1" + ")" * 60)
check("many adds", "+".join(["1"] * 500)); check("many args", "f(" + ",".join(["1"] * 3000) + ")")
check("many elements", "[" + "1," * 20000 + "]"); check("many lines", "x = 1\n" * 20000, "exec")
check("many elif", "if x: pass\n" + "elif y: pass\n" * 150, "exec"); check("long name", "a" * 200000)
check("long str", "'" + "x" * 300000 + "'"); check("many strs", "'a' " * 20000)
check("attr chain", "a" + ".b" * 500); check("long int", "1" * 4000)
check("compare chain", "a" + " < a" * 1000); check("commas", "a," * 10000)
check("semis", "1;" * 10000, "exec")
