import warnings
warnings.simplefilter('error')
for src in ["x = 1\ny = (x is\n 1)\n", "assert(x, 'a')", "print(0xfor x)", "print(1if x else 2)", "a = '\\z'", "'ab\\ncd' '\\407'", "f'{x} \\z {y}'", "(1)(2)\n", "[1][1,2]", "~True", "def f():\n  'doc\\q'\n  return 1", "x='é\\z'", "  \n\n\nx = 5 is not 6", "'a'[1.0]", "{}['a'](3)", "((1,2)\n (3,4))", "u'\\ \\q'", "0b1or 2", "1_0and 2","1.5or 2","1jif 1 else 2", "rf'\\z'", "f'\\{6}'", "f'\\N{DIGIT ONE}\\p'","if 1 is 1: pass\nif x = 3: pass", "'\\z'\nif x = 3: pass", "x = None()", "x: int = 'a' is 5"]:
    try: compile(src, 'f.py', 'exec')
    except SyntaxError as e: print(repr(src), e.args)
    except Warning as e: print(repr(src), 'W', repr(e))
    else: print(repr(src),'none')
for src in ["x is 1", "'\\z'", "0xfor x"]:
    try: eval(src, {'x':1})
    except SyntaxError as e: print(repr(src), e.args, e.text, e.print_file_and_line)
    try: eval(src.encode(), {'x':1})
    except SyntaxError as e: print(repr(src), e.args, e.text, e.print_file_and_line)
