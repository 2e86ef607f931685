# Places of SyntaxErrors beside letters of two bytes, in texts of several lines, in files without a last newline; and how they are shown.
import io, os, sys, tempfile, traceback, warnings

texts = ["é = 1; return é", "def é(): pass; x = 'é'; await é", "'é'; yield é", "'éé'; break", "def f():\n 'é'; nonlocal é", "def f(é):\n 'é'; global é",
         "def f(a, é, é): 'é'", "é = 1; x: int = [await é for é in é]", "'é'; f(é=1, é=2)", "'é'; *é = 2", "'é'; 1 = é", "'é'; from __future__ import é",
         "'é'; from é import *\ndef f():\n 'é'; from é import *", "'é'; [é := 1 for é in é]", "match é:\n case [*é, *é]: 'é'", "'é' if é else é = 2",
         "try: 'é'\nexcept: é\nexcept é: 2", "def f(): 'é'; return é\n  é"]
os.chdir(tempfile.mkdtemp())


def place(text, source):
    try: compile(source, 'x.py', 'exec')
    except SyntaxError as e: print(ascii(text), e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset, ascii(e.text))


for text in texts:
    place(text, text)
    place(text, text.encode())
    with open('x.py', 'w') as f: f.write(text)
    place(text, text)
    os.unlink('x.py')

for text in ('x = """a\nb""" y z', 'print(f"""a\n  bcd {1} b {x y}""")\nz', 'if 1:\n    x = """aaaa\nb""" \\\n  + 1 1', 'if 1:\n  """a\n\nb"""; 1 = 2\n',
             'for x in """a\nb""":\nprint(x)', 'x = """a\nb""" + """c\nd""" $ 1', 'a = """\n"""\nb = 1 2', 'é = "1" 2', 'f("""a\nb""" c'):
    try: exec(text)
    except SyntaxError as e:
        print(e.args)
        print(''.join(traceback.format_exception_only(e)), end='')
        sys.stderr = io.StringIO()
        sys.excepthook(type(e), e, None)
        text, sys.stderr = sys.stderr.getvalue(), sys.__stderr__
        print(text, end='')

with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter('always')
    exec(compile("x = ~True\nprint(x, ~(not 3))", "f.py", "exec"))
    print([(w.category.__name__, os.path.basename(w.filename), w.lineno) for w in seen])
    warnings.simplefilter('error')
    compile("x = 1\nprint(~True)", "g.py", "exec")
for get in (str.upper.__get__, property().__get__, classmethod(len).__get__, staticmethod(len).__get__, place.__get__, super.__get__, type.__dict__['__mro__'].__get__):
    for args in (None,), (None, None):
        try: print(get(*args))
        except TypeError as e: print(e)
try: print((5).__round__(None))
except TypeError as e: print(e)
