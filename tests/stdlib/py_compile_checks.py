# py_compile and compileall as checks of sources.
import compileall
import io
import os
import py_compile
import re
import tempfile
from contextlib import redirect_stderr, redirect_stdout

with tempfile.TemporaryDirectory() as top:
    os.chdir(top)
    for name, text in {'good.py': 'x = 1\n', 'bad.py': 'def f(:\n    pass\n', 'sub/deep.py': 'y = 2\n', 'sub/wrong.py': 'return 1\n', 'note.txt': 'not python ('}.items():
        os.makedirs(os.path.dirname(name) or '.', exist_ok=True)
        with open(name, 'w') as file:
            file.write(text)
    py_compile.compile('good.py')
    try:
        py_compile.compile('bad.py', doraise=True)
    except py_compile.PyCompileError as error:
        print(error.exc_type_name, error.file, type(error.exc_value).__name__)
        print(error.msg)
    out = io.StringIO()
    with redirect_stderr(out):
        py_compile.compile('bad.py')
        py_compile.compile('bad.py', quiet=2)
    print(out.getvalue())
    out = io.StringIO()
    with redirect_stdout(out):
        print(bool(compileall.compile_dir('.', force=True)), bool(compileall.compile_file('good.py', quiet=1)), bool(compileall.compile_file('note.txt')))
        print(bool(compileall.compile_dir('.', quiet=1, rx=re.compile('bad|wrong'))), bool(compileall.compile_dir('.', quiet=2)))
    print(re.sub(r'(?m)^Compiling .*deep.*\n', '', out.getvalue()))
    for wrong in (lambda: compileall.compile_dir('.', ddir='x', stripdir='y'), lambda: compileall.compile_dir('.', workers=-1), lambda: py_compile.compile('none.py')):
        try:
            wrong()
        except (ValueError, OSError) as error:
            print(type(error).__name__, error)
    os.chdir('/')
print([mode.name for mode in py_compile.PycInvalidationMode])
