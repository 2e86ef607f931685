# SyntaxErrors of scope statements and of misplaced statements.
cases = ["def f():\n x = 1\n global x", "def f(x):\n global x", "def f():\n print(x)\n global x", "def f():\n nonlocal x", "nonlocal x",
    "def f():\n def g():\n  nonlocal y\n", "def f():\n x = 1\n def g():\n  x = 2\n  nonlocal x",
    "def f(x):\n nonlocal x", "def f():\n global x\n nonlocal x", "def f():\n global x\n def g():\n  nonlocal x", "class A:\n nonlocal x",
    "def f():\n x: int = 1\n global x", "def f():\n for x in y: pass\n global x",
    "global x\nx = 1", "x = 1\nglobal x", "return 1", "class A: return", "yield 1", "class A: yield", "await x", "break", "continue",
    "if 1: break", "def f():\n break", "for x in y:\n def g(): continue", "class A:\n for x in y: pass\n else: break",
    "async def f():\n yield 1\n return 2", "def f(): await x", "def f():\n async with x: pass", "def f():\n async for x in y: pass",
    "def f(): [x async for x in y]", "async def f(): yield from x", "async with x: pass", "[await x for x in y]",
    "def f(a, a): pass", "lambda a, a: 0", "def f(a=1, b): pass", "def f(*): pass", "def f(*, **k): pass", "def f(**k, a): pass",
    "def f(a, /, b, /): pass", "def f(/): pass", "def f(*a, *b): pass", "def f(*, /): pass", "f(a=1, 2)", "f(**a, *b)",
    "f(**a, b)", "f(a=1, a=2)", "f(1=2)", "f(a.b=1)", "f(True=1)", "f(x for x in y, 1)", "f(a, x for x in y)", "None = 1",
    "def None(): pass", "True += 1", "x.None", "class True: pass", "import None", "for None in x: pass", "def f(None): pass",
    "del f()", "del 1", "del (a, b + c)", "del x if y else z", "f() = 1", "1 = x", "a + b = c", "(a, 1) = x", "[a, f()] = x", "x + 1 += 2",
    "(a, b) += 1", "f() += 1", "a = b += c", "*a = 1", "*a, *b = x", "x = *a", "print(*a for a in b)", "for f() in x: pass",
    "with x as f(): pass", "with x as 1: pass", "'a' = 1", "f'{x}' = 1", "{} = 1", "{a: b} = 1", "... = 1", "lambda: x = 1",
    "a if b else c = 1", "not x = 1", "`x`", "x = yield = 1", "from __future__ import nope", "x = 1\nfrom __future__ import annotations",
    "__debug__ = 1", "def f(__debug__): pass", "(yield) = 1", "await x = 1", "-x = 1", "x < y = 1", "try: pass", "else: pass",
    "try: pass\nexcept: pass\nexcept A: pass", "a, b: int", "x =", "if x = 1: pass", "while x = 1: pass", "print 'a'", "exec 'x'"]
for c in cases:
    try:
        compile(c, "<s>", "exec")
        print(repr(c), "ok")
    except SyntaxError as e:
        print(repr(c), "->", type(e).__name__ + ":", e.msg, (e.lineno, e.offset))
