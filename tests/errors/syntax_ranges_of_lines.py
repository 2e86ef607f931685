# Errors that span lines, in a text and in a file.
import tempfile

for s in ["x = (a\n           b)\n","x = (a\n           b)","(a\n           b)\n\n\n","f(a\n    bbbbbbbbbbb)\nx=1\n","x = (é\n           ébbb)\n","x = [a,\n  b\n              ccccc]\n","print(a\n   b,\n     c)","f'''{a\n                b}'''\n", "f(x\n        for x in y, 1)\n", "x = {a: 1\n             b: 2}\n", "(a\n       , b) = 1 = 3\n", "(a\n       + bbbbbbbbbbbbb) = 1\n", "f(a.b\n               =1)\n", "with (a\n                as f(x)): pass\n"]:
    try: compile(s,'<f>','exec')
    except SyntaxError as e: print(repr(s), e.msg, e.lineno,e.offset,e.end_lineno,e.end_offset,repr(e.text))
    with tempfile.NamedTemporaryFile('w', suffix='.py', encoding='utf-8') as file:
        file.write(s)
        file.flush()
        try: compile(s, file.name, 'exec')
        except SyntaxError as e: print('   file', e.lineno,e.offset,e.end_lineno,e.end_offset,repr(e.text))
