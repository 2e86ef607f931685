# zipfile: writing and reading of all kinds, information, damage, passwords, names; what is printed.
import io
import os
import tempfile
import warnings
import zipfile

warnings.simplefilter('error')
date = (2020, 2, 3, 4, 5, 6)


def info(name, **fields):
    made = zipfile.ZipInfo(name, date)
    for key, value in fields.items():
        setattr(made, key, value)
    return made


buffer = io.BytesIO()
with zipfile.ZipFile(buffer, 'w') as z:
    z.writestr(info('stored.txt'), 'hello ' * 20)
    z.writestr(info('deflated.txt', compress_type=zipfile.ZIP_DEFLATED), b'hello ' * 200)
    z.writestr(info('bzip.txt', compress_type=zipfile.ZIP_BZIP2), b'hello ' * 200)
    z.writestr(info('lzma.txt', compress_type=zipfile.ZIP_LZMA), b'hello ' * 200)
    z.writestr(info('folder/'), '')
    z.writestr(info('folder/\u00e9.txt', comment=b'a note'), 'unicode')
    z.mkdir('made', 0o700)
    with z.open(info('streamed'), 'w') as out:
        print(out.write(b'abc'), out.writable(), out.readable(), out.seekable())
    z.comment = b'archive note'
    print(z.mode, z.filename)
    try:
        z.writestr(info('stored.txt'), 'again')
    except UserWarning as error:
        print(error)
data = buffer.getvalue()
z = zipfile.ZipFile(io.BytesIO(data))
for i in z.infolist():
    print(i.filename, i.file_size, i.compress_size < i.file_size, i.compress_type, i.date_time if i.filename != 'made/' else '', i.is_dir(), hex(i.CRC), i.comment, hex(i.flag_bits), oct(i.external_attr >> 16), i.create_system, i.extract_version)
print(repr(z.getinfo('stored.txt')), repr(z.getinfo('deflated.txt')), z.comment, z.testzip(), len(z.namelist()))
with z.open('deflated.txt') as f:
    print(f.read(5), f.tell(), f.seek(-3, 2), f.read(), f.seek(6), f.read1(4), f.peek(3)[:3], f.readline(8), f.name, f.mode, f.readable(), f.seekable(), f)
for name in ('bzip.txt', 'lzma.txt', 'folder/\u00e9.txt', 'streamed'):
    print(name, len(z.read(name)), z.read(name)[:7])
z.printdir(file=io.StringIO())
for action in (lambda: z.read('none'), lambda: z.open('stored.txt', 'q'), lambda: z.writestr('x', 'y'), lambda: z.getinfo('none'), lambda: z.open('stored.txt', 'w'), lambda: zipfile.ZipFile(io.BytesIO(b'not a zip')),
               lambda: zipfile.ZipFile(io.BytesIO()), lambda: zipfile.ZipFile('/none.zip'), lambda: zipfile.ZipFile(io.BytesIO(), 'z'), lambda: zipfile.ZipFile(io.BytesIO(), 'w', compression=77), lambda: zipfile.ZipInfo('x', (1970, 1, 1, 0, 0, 0)),
               lambda: z.setpassword('text'), lambda: z.read('stored.txt', b'unneeded')[:5], lambda: zipfile.ZipFile(io.BytesIO(data[:-30])), lambda: zipfile.ZipFile(io.BytesIO(data[:60]))):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
broken = bytearray(data)
broken[60] ^= 255
bad = zipfile.ZipFile(io.BytesIO(bytes(broken)))
print(bad.testzip())
try:
    bad.read('stored.txt')
except zipfile.BadZipFile as error:
    print(error)
with tempfile.TemporaryDirectory() as top:
    z.extractall(top)
    print(sorted(os.path.relpath(os.path.join(a, n), top) for a, b, c in os.walk(top) for n in b + c))
    evil = io.BytesIO()
    with zipfile.ZipFile(evil, 'w') as e:
        e.writestr(info('../../up.txt'), 'x')
        e.writestr(info('/abs.txt'), 'y')
        e.writestr(info('C:/win.txt'), 'z')
    with zipfile.ZipFile(evil) as e:
        for name in e.namelist():
            print(name, os.path.relpath(e.extract(name, top + '/safe'), top))
    path = os.path.join(top, 'new.zip')
    with zipfile.ZipFile(path, 'x') as x:
        x.write(os.path.join(top, 'stored.txt'), 'renamed.txt')
    try:
        zipfile.ZipFile(path, 'x')
    except FileExistsError as error:
        print('exists')
    with zipfile.ZipFile(path, 'a', zipfile.ZIP_DEFLATED, compresslevel=9) as a:
        a.writestr('added', 'more')
        print(a.namelist())
    print(zipfile.is_zipfile(path), zipfile.is_zipfile(io.BytesIO(b'')), zipfile.is_zipfile(io.BytesIO(data)))
p = zipfile.Path(io.BytesIO(data))
print(sorted({str(c.name) for c in p.iterdir()}), (p / 'folder' / '\u00e9.txt').read_text(encoding='utf-8'), (p / 'folder').is_dir(), (p / 'none').exists(), p.joinpath('stored.txt').suffix, (p / 'stored.txt').read_bytes()[:5])
z.close()
try:
    z.read('stored.txt')
except ValueError as error:
    print(error)
