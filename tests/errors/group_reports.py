# What the interpreter's own report shows of chains within groups, of several lines, and of except* that raises.
import sys


def report(source):
    try:
        exec(source, {})
    except BaseException as e:
        sys.__excepthook__(type(e), e, e.__traceback__)
    print('-' * 20, file=sys.stderr)


report("try: raise KeyError('a')\nexcept* KeyError: raise TypeError('b')")
report("try: raise KeyError('a')\nexcept* KeyError: raise")
report("try: raise KeyError('a')\nexcept* KeyError as e: raise e")
report("try: raise ExceptionGroup('x', [ValueError(1), KeyError(2)])\nexcept* ValueError: raise OSError(3)")
report("try: raise ExceptionGroup('x', [ValueError(1), KeyError(2)])\nexcept* ValueError: raise\nexcept* KeyError as e: raise RuntimeError from e")
report("raise ExceptionGroup('wide', [ValueError(i) for i in range(20)])")
report("raise ExceptionGroup('', [SyntaxError('s', ('f', 1, 2, 'ab cd\\n', 1, 4)), SyntaxError('x\\ny'), UnicodeDecodeError('utf-8', b'x', 0, 1, 'z')])")
report("class E(ExceptionGroup):\n  def __str__(s): return 'two\\nlines'\nraise E('m', [ValueError('p\\nq\\n')])")
report("e = ValueError('x'); e.__notes__ = ['a', 3, 'b\\nc']; raise ExceptionGroup('n', [e])")
report("e = ValueError('x'); e.__notes__ = 'str'; raise ExceptionGroup('n', [e])")
report("e = ValueError('x'); e.__notes__ = 5; raise e")
report("e = ValueError('x'); e.add_note(''); e.add_note('\\n'); e.add_note('a\\n'); raise e")
report("e = ValueError(''); raise e"); f("raise ValueError('\\n')"); f("raise ValueError('a\\n')"); f("raise ValueError('a\\r\\nb')"); f("raise ExceptionGroup('n', [ValueError(''), ValueError('\\n'), ValueError('a\\x0cb')])")
report("""
a = ValueError('a'); b = KeyError('b'); c = OSError('c\\nd\\n e'); a.__cause__ = b; b.__context__ = c; c.__cause__ = a
raise ExceptionGroup('g', [a, b, c, ExceptionGroup('h', [c, a])])""")
report("""
a = ValueError('a'); b = KeyError('b'); a.__cause__ = b; a.__context__ = TypeError('ctx')
g = ExceptionGroup('g', [b, a]); g.__context__ = b; g.add_note('note\\nnote2')
raise g from a""")
report("""
a = ValueError('a'); b = KeyError('b'); a.__cause__ = b; b.__cause__ = a; b.__context__ = TypeError('x'); raise a""")
