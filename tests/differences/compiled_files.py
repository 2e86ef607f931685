# There are no files of compiled code
#
# Modules are compiled when they are imported and the result is not kept. `py_compile` and `compileall` check that sources compile, with CPython's messages, and write nothing.
import os
import py_compile
import tempfile

with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, 'script.py')
    with open(path, 'w') as file:
        file.write('print("hello")\n')
    print(py_compile.compile(path) is None, os.listdir(folder) == ['script.py'])
