"""Where errors behind joined lines and strings of several lines are, how comments are marked, and which literals warn when the text is wrong."""
import subprocess
import sys
import tempfile
import warnings

TEXTS = [
    'x = 1 + \\\n  2 \\ y\n',
    'é = """ab\ncd""" \\ y\n',
    'é = (1,\n  "é", \\ y)\n',
    'x = 1 \\\n + """ab\ncd""" + \\\n 5 \\ y\n',
    'x = f"""a{1}b\ncd{2 \\ 3}"""\n',
    'if 1:\n  """a\nb"""; x = 4 \\ 3\n',
    'if 1:\n  \\\n  x = 4 \\ 3\n',
    '  \\\n  x = 4\n',
    'if 1:\n    x\n  \\\n  y\n',
    'def f#comment\n',
    'try # comment é\n',
    '@# comment\n',
    'def """two\nlines"""():\n',
    '"""é\n"""; b“ = "\\x"',
    'x = word"\\["\n',
    '(1 "\\[")\n',
    '"\\[" = 1\n',
    'match "\\[":\n    case 1: pass\n',
    'match["\\["] = 1\n',
    'match -"\\["\n',
    'with ("\\[").x: pass\n',
    'print f(a,\n b)\n',
    'é|é|\n',
    '(é é)\n',
    'if x\t\n',
    'if 1:\n\ta\tb\n',
    'x = "\t" y\n',
]

for text in TEXTS:
    with warnings.catch_warnings(record=True) as heard:
        warnings.simplefilter('always')
        try:
            compile(text, '<text>', 'exec')
            print(repr(text), 'is right')
        except SyntaxError as error:
            print(repr(text), type(error).__name__, error.args)
    print(*[f'{w.lineno}: {w.message}' for w in heard], sep='\n')

# The interpreter's own report, which counts bytes and knows nothing of tabs
with tempfile.TemporaryDirectory() as folder:
    for text in TEXTS:
        with open(folder + '/script.py', 'w') as file:
            file.write(text)
        for arguments in ['script.py'], ['-']:
            with open(folder + '/script.py') as file:
                done = subprocess.run([sys.executable, '-W', 'ignore', *arguments], stdin=file, cwd=folder, capture_output=True, text=True)
            print(done.stderr.replace(folder, 'folder'))
