# Literals, lines and indentation: what they are and what is wrong with them.
srcs = ["x = 1_000_0; y = 0x_ff; z=0b_1_0; o=0o_17; print(x,y,z,o,1_0.0_1e+1_0,1_0j,.5e-3,0xDEADbeef,00,0_0)", "1__0","0_","0b2","0o8","0x","0xg","1_","1e","1e+","1.5.5","0777","1_000j_","1if 2else 3", "0x1for x in y", "1jx","1.e5","1..real",
 r"print('\N{GREEK SMALL LETTER ALPHA}\N{latin small letter e with acute}\x41\101\u00e9\U0001F600\
b')", r"'\N{bad name}'", r"'\x1'", r"b'\xg'", r"'\u12'", r"'\U12345678'", r"'\N'", r"'\N{'", r"'\777'", r"b'\400'", "'\\q'", "b'é'", "rb'\\'", "f'{1+1=}{2!r:>4}{\"a\"}'", "f'{\n1\n}'", "f'''{\n1 # c\n}'''", "f'{x:{y:{z}}}'", "f'{1:{2:{3:{4}}}}'","f'{'","f'}'","f'{}'","f'{!r}'","f'{1!}'","f'{1!z}'","f'{1 2}'","f'{a:=3}'","f'{(a:=3)}'","f'{lambda x:1}'","f'{yield}'","f'{*a}'","f'{**a}'","f'{1:}}'","f'{{}'","f\"{'a'+\"b\"}\"","f'{f\"{f'{1}'}\"}'",
 "if 1:\n\tx=1\n        y=2\n","if 1:\n        x=1\n\ty=2\n","if 1:\n  x\n y\n","  x=1\n","if 1:\nx\n","x = (1,\n  2\n","x = [1,)","x = }","x = 1 +\\\n 2\nprint(x)","x = 1 \\ 2","x='''abc","x='abc","x=\"abc\ny","\\\n\nx=1","if 1: \\\n  x=1","x=1;;y=2",";","x=1;","?","$x","x!","a b","é=1;print(é)","𝐱=3;print(x)","x=“a”","a\u00a0=1","a\u200b=1","print(1)\x0c\nprint(2)","\ufeffprint(3)","# coding: utf-8\nprint('é')","# coding: latin-1\nx=1","x = 0xfor y in z","1 if 1else 2","[1for x in()]",
 "print(u'a' U'b' r'\\n' R'\\t' b'x' )","u''rb''", "br'a' b'b'","f'a' b'b'", "b'a' 'b'","'a' f'{1}' 'b'", "0x1.8p3", "1.0.real", "1 .real", "1.real","...", "....__class__", "x = 5if 1 else 3", "print(1,\n\n\n2)", "class A:\n  def f(self):\n\treturn 1\n", "def f():\n  return\n\n\n   x", "@", "x = @y", "a->b", "a<>b", "from __future__ import barry_as_FLUFL\n1<>2", "`a`", "print 1", "exec 'a'", "a = 1 2", "a := 1", "(a := 1)", "x = a := 1", "f(a:=1)", "f(b=a:=1)", "[a:=1]", "{a:=1}", "{a:=1: 2}", "{'a': b:=1}", "x[a:=1]", "x[a:=1, b:=2]", "lambda: a:=1", "lambda: (a:=1)"]
for s in srcs:
    try:
        c = compile(s, '<s>', 'exec')
        try: exec(c, {})
        except Exception as e: print(repr(s), 'run', type(e).__name__, e)
        else: print(repr(s), 'ok')
    except SyntaxError as e: print(repr(s), type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset, repr(e.text))
    except Exception as e: print(repr(s), type(e).__name__, e)
