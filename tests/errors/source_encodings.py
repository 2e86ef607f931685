"""Sources that are badly encoded, or in other encodings than UTF-8."""
import sys
def t(f,*a,**k):
    try:
        r = f(*a, **k)
        print(r if r is None else type(r).__name__)
    except BaseException as e:
        print(type(e).__name__, e, getattr(e,'args',None) if isinstance(e,SyntaxError) else '')
t(compile, b'x = "\xff"', 'f.py', 'exec')
t(compile, b'\xff', 'f.py', 'exec')
t(compile, b'x=1\n# \xe9\n', 'f.py', 'exec')
t(compile, 'x\0y', 'f.py', 'exec')
t(compile, b'x\0y', 'f.py', 'exec')
t(eval, 'x\0y')
t(exec, 'x\0y')
t(exec, b'x\0y')
t(exec, b'# coding: nonsense\nx=1')
t(exec, b'# coding: latin-1\nx="\xe9"\nprint(ascii(x))')
t(exec, b'# coding: iso-8859-15\nx="\xa4"\nprint(ascii(x))')
t(exec, b'# -*- coding: cp1252 -*-\nx="\x80"\nprint(ascii(x))')
t(exec, b'\xef\xbb\xbfx="\xc3\xa9"\nprint(ascii(x))')
t(exec, b'\xef\xbb\xbf# coding: latin-1\nx="\xc3\xa9"\nprint(ascii(x))')
t(exec, b'\xef\xbb\xbf# coding: utf-8\nx="\xc3\xa9"\nprint(ascii(x))')
t(exec, '# coding: nonsense\nx=1')
t(exec, '\ufeffx=1')
t(exec, 'x="\ud800"')
t(eval, '"\ud800"')
t(eval, b'"\xff"')
t(eval, b'\xef\xbb\xbf 1')
t(exec, b'\n\n# coding: nonsense\nx=1')
t(exec, b'\n# coding: nonsense\nx=1')
t(exec, b'x=1 # coding: nonsense\nx=1')
t(compile, bytearray(b'x = "\xff"'), 'f.py', 'exec')
t(compile, memoryview(b'1+1'), 'f.py', 'eval')
t(compile, 3, 'f.py', 'eval')
t(exec, 3)
t(eval, 3)
t(exec, None)
t(exec, b'# coding: ascii\nx="\xe9"\n')
t(exec, b'# coding: utf-16\nx="e"\n')
t(exec, b'# coding: rot13\nx="e"\n')
t(exec, b'# coding: hex\nx="e"\n')
t(exec, b'x = 1\ny = 2\nz = "\xc3(" \n')

import os
import subprocess
import tempfile

with tempfile.TemporaryDirectory() as folder:
    sys.path.insert(0, folder)
    sources = {
        "plain": b'x = 1\ny = "caf\xe9"\n', "declared": b'# coding: ascii\ny = "caf\xe9"\n', "nonsense": b"# coding: nonsense\n",
        "cp1252": b'# coding: cp1252\ny = "\x80"\nprint(ascii(y))\n', "name": b"x = 1\ncaf\xe9 = 1\n", "zero": b"x=1\0\n",
        "comment": b"x = 1\n# caf\xe9\nprint(x)\n", "three": b'x = """a\n\xe9"""\n', "cyrillic": b'# coding: koi8-r\nprint(ascii("\xc1\xc2"))\n1/0 # \xc1\n',
        "wrong": b'#!/usr/bin/env python\n# vim: set fileencoding=iso-8859-15 :\ny = "\xe9\xa4" 1 2\n',
    }
    for name, text in sources.items():
        path = os.path.join(folder, name + ".py")
        with open(path, "wb") as file:
            file.write(text)
        try:
            __import__(name)
        except Exception as error:
            details = [(os.path.basename(a[0]), *a[1:]) if isinstance(a, tuple) else a for a in error.args]
            print(name, type(error).__name__, details)
        done = subprocess.run([sys.executable, path], capture_output=True)
        print(done.stdout.decode() + done.stderr.decode().replace(folder, ""))
