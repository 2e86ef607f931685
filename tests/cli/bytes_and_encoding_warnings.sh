# -b and -bb: bytes where text is meant. -X warn_default_encoding: text files without an encoding.
cat > bytes.py <<'E'
import sys
print(sys.flags.bytes_warning, sys.warnoptions)
def t(f):
    try: print(f())
    except BytesWarning as e: print('BytesWarning', e)
t(lambda: str(b'a'))
t(lambda: str(bytearray(b'a')))
t(lambda: b'a' == 'a')
t(lambda: 'a' == b'a')
t(lambda: b'a' != 'a')
t(lambda: b'a' == 97)
t(lambda: 97 == b'a')
t(lambda: bytearray(b'a') == 'a')
t(lambda: bytearray(b'a') == 3)
t(lambda: '%s' % b'a')
t(lambda: f'{b"a"}')
t(lambda: '{}'.format(b'a'))
t(lambda: repr(b'a'))
t(lambda: b'a' in ['a'])
t(lambda: {b'a': 1}.get('a'))
t(lambda: b'a' == None)
t(lambda: b'a' in {1: 2})
t(lambda: b'a' < 'a' if 0 else 1)
t(lambda: b'%s' % b'a')
t(lambda: str(b'a', 'ascii'))
t(lambda: b'a' == memoryview(b'a'))
t(lambda: b'a' == 2.5)
t(lambda: b'a' == True)
t(lambda: {b'a', 'a'} and 1)
t(lambda: str(memoryview(b'a'))[:3])
t(lambda: format(b'a'))
t(lambda: '%r' % b'a')
t(lambda: bytearray(b'a') == b'a')
t(lambda: 'a' in [bytearray(b'a')])
E
run bytes.py
run -bb bytes.py
run -bWi bytes.py
run -b -c 'print(b"a" == "a")'
cat > files.py <<'E'
import io, pathlib, tempfile, subprocess, sys, os, codecs, fileinput
p = pathlib.Path(sys.argv[0]).with_suffix('.tmp')
open(p, 'w').close()
open(p, 'rb').close()
open(p, encoding='utf-8').close()
open(p, encoding='locale').close()
io.TextIOWrapper(io.BytesIO())
io.open(p).close()
p.read_text()
p.write_text('x')
p.open().close()
p.open('rb').close()
print(io.text_encoding(None), io.text_encoding('x'))
def f(): return io.text_encoding(None)
f()
with tempfile.TemporaryFile('w'): pass
with tempfile.NamedTemporaryFile('w'): pass
subprocess.run(['true'], text=True)
subprocess.run(['true'], capture_output=True)
os.fdopen(os.open(p, 0)).close()
p.unlink()
E
run files.py
run -X warn_default_encoding files.py
PYTHONWARNDEFAULTENCODING=1 run -W error files.py 2>&1 | tail -1
