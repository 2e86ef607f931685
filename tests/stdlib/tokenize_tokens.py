import tokenize, io, sys
cases = ["a", "a\n", "", "\n", "# c", "# c\n", "if x:\n  y\n  # z\n\n# w\nq\n", "x = '''a\nb''' + 1\n", "f'{x!r:>{w}} a{{b}} {y=}'\n", "f'''a\n{\nx\n} b\n'''\n", "a $ b\n", "a ? b\n", "a ! b\n", "`a`\n", "'abc\n", "'''abc\n", "(1,\n 2\n", "a = (1]\n", ")\n", "if x:\n    a\n  b\n", "x = 0777\n", "1_000 0x_ff 1e5 1.5j 0b12\n", "1if x else y\n", "a \\\n  b\n", "a \\", "\ta\n", "if x:\n\ty\n        z\n", "async def f(): await x\n", "x: int = 3; y\n", "a->b := c ... @ b ** c // d >>= 1 <> !=\n", "é = 'ü'\n", "rb'x' Rb'''y''' u'z'\n", "f'{x:{y}z}'\n","f'{x:%d\\n}'\n", "rf'{x}\\d'\n", "f'{f\"{1}\"}'\n", "class A:\n    def f(self):\n        pass\n\n\nx\n", "if 1:\n    a", "if 1:\n    a\n    ", "x\r\ny\r\n", "\x0cx\n", "(\n# c\n a\n\n)\n", "if x:\n  # only\n  pass\n", "0xg\n", "1__0\n","1.e\n", "f'{a b}'\n", "f'{'\n", "f'abc\n", "f'{x'\n", "x = f'''{\n'''\n", "a\n\n\n", "f'a{x}b' f\"c\"\n","f''\n","f'{x}'\n","lambda x: f'{x:=5}'\n","f'{x!r}'\n", "f'\\N{DIGIT ONE}{x}'\n","'a' \\\n 'b'\n","# c1\n# c2\nx\n", "\\\nx\n","  \nx\n","if x:\n    y\n\n    # end\n# out\nz\n","'a\\\nb'\n","f'''\n{x}\n'''\n", "a\x00b\n", "€\n","x = 1 # é ü\n","f'é{x}ü'\n", "5 in x or 5or x\n", "f'{{}}'\n","f'{{{x}}}'\n","def f(a, /, b, *, c): pass\n", "not_a 'x\n", "0o9\n","1e\n","\"\\\n\n","match x:\n  case [1]: ...\n","type X = int\n", "x=1;\n", "a\\b\n"]
for c in cases:
    print(repr(c))
    try:
        for t in tokenize.generate_tokens(io.StringIO(c).readline):
            print('  ', tokenize.tok_name[t.type], repr(t.string), t.start, t.end, repr(t.line), tokenize.tok_name[t.exact_type] if t.exact_type!=t.type else '')
    except BaseException as e:
        print('   ', type(e).__name__, e.args)
    try:
        l=[t.string for t in tokenize.tokenize(io.BytesIO(c.encode()).readline)]; print('  B', l)
    except BaseException as e:
        print('   B', type(e).__name__, e.args)
