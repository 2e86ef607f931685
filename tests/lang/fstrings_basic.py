# f-strings: conversions, specs, nesting, `=`, quotes and backslashes inside (PEP 701).
name, n, pi = "World", 42, 3.14159265
print(f"Hello {name}! {n} {n + 1} {pi:.2f} {n:05d} {n:>8} {n:<8}| {n:^8}|")
print(f"{name!r} {name!s} {'é'!a} {name!r:>10}")
print(f"{n=} {n = } {pi=:.3f} {name=!s} {name=!r:^12} {n+1=}")
print(f"{n!r:*^{n // 4}} {pi:{6}.{3}} {pi:{'>'}{10}{'.1f'}}")
print(f"{{}} {{{n}}} {{n}} }}{{")
print(f"{'nested ' + f'{n} {f"{pi:.1f}"}'}")
print(f"{"same quotes"} {", ".join(["a", "b"])} {'\n'.join('xy')!r} {"\t"!r}")
print(f'{"a" if n > 40 else "b"} {(lambda x: x * 2)(4)} {[i for i in range(3)]} { {"k": 1}["k"] } {(1, 2)}')
print(f"{n:#x} {n:b} {n:o} {n:e} {n:,} {1234567.891:,.1f} {1234567:_} {0.25:.0%} {-n:+} {n:+}")
print(f"{name:.3} {name:*>10} {name:10}|")
print(f"""multi
{n}
{
    n
    + 1   # a comment
}""")
print(f"a" "b" f"{n}" 'c', f"" == "", rf"\d{n}\n", fr"{n}\t", F"{n}", Rf"\{n}")
print(f"{n:{chr(120)}} {n:{0}{4}} {3.7:{0}{1}.{1}f}")
print(f"\x41\u00e9\N{BULLET}{n}\n".strip())
class F:
    def __format__(self, spec): return f"<{spec}>"
    def __repr__(self): return "F()"
    def __str__(self): return "str F"
print(f"{F()} {F():abc} {F():{n}x{n}} {F()!r} {F()!s:>8} {F()=} {F():%H:%M}")
print(f"{n if n else 0:>{n if n < 5 else 5}}", f"{(x := 5)} {x}", f"{x:=5}", f"{n,}", f"{*[1, 2],}", f"{'a' 'b'}")
print(f"{n!=42} {n==42} {n>=1} {n<=1}", f"{lambda_}" if (lambda_ := 1) else "")
def g():
    yield f"{(yield 1)}"
it = g(); next(it); print(it.send("sent"))
for src in ["f'{}'", "f'{'", "f'}'", "f'{a b}'", "f'{a!x}'", "f'{a!}'", "f'{a:{b:{c}}}'", "f'{lambda x: 1}'", "f'{a'", "f'{!r}'", "f'{=}'",
        "f'{*a}'", "f'{a $ b}'", "f'{#}'"]:
    try: compile(src, "s", "eval"); print(src, "ok")
    except SyntaxError as e: print(src, "->", e.msg)
for src in ["f'{1:q}'", "f'{\"a\":d}'", "f'{[]:5}'", "f'{nope}'", "f'{1.5:x}'", "f'{None:>5}'", "f'{1:.2}'", "f'{\"a\":+}'", "f'{\"a\":,}'",
        "f'{3:,_}'", "f'{3:,x}'"]:
    try: print(eval(src))
    except Exception as e: print(src, "->", type(e).__name__, e)
