# tarfile: members of all types, formats, headers, filters, damage, streams.
import io
import os
import tarfile
import tempfile


def member(name, **fields):
    made = tarfile.TarInfo(name)
    made.mtime = 1000000000
    for key, value in fields.items():
        setattr(made, key, value)
    return made


def build(mode='w', **options):
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode=mode, **options) as tar:
        data = b'contents ' * 100
        tar.addfile(member('file.txt', size=len(data), mode=0o640, uname='me', gname='us', uid=1, gid=2), io.BytesIO(data))
        tar.addfile(member('folder', type=tarfile.DIRTYPE, mode=0o755))
        tar.addfile(member('folder/link', type=tarfile.SYMTYPE, linkname='../file.txt'))
        tar.addfile(member('hard', type=tarfile.LNKTYPE, linkname='file.txt'))
        tar.addfile(member('fifo', type=tarfile.FIFOTYPE))
        tar.addfile(member('n' * 150, size=3), io.BytesIO(b'abc'))
        tar.addfile(member('h\u00e9.txt', size=1), io.BytesIO(b'x'))
    return buffer.getvalue()


for form in (tarfile.USTAR_FORMAT, tarfile.GNU_FORMAT, tarfile.PAX_FORMAT):
    try:
        data = build(format=form)
    except ValueError as error:
        print(form, error)
        continue
    with tarfile.open(fileobj=io.BytesIO(data)) as tar:
        print(form, len(data), [(m.name[:20], m.size, m.type, oct(m.mode), m.linkname, m.uname, m.isfile(), m.isdir(), m.issym(), m.islnk(), m.isreg(), m.isdev()) for m in tar])
for mode in ('w:gz', 'w:bz2', 'w:xz', 'w|', 'w|gz'):
    packed = build(mode)
    with tarfile.open(fileobj=io.BytesIO(packed)) as tar:
        print(mode, tar.getnames()[:3], tar.extractfile('file.txt').read(8), tar.extractfile('folder'), tar.extractfile('hard').read(4))
    with tarfile.open(fileobj=io.BytesIO(packed), mode='r|*') as tar:
        print([m.name[:10] for m in tar])
data = build()
tar = tarfile.open(fileobj=io.BytesIO(data))
print(repr(tar.getmember('file.txt'))[:20], tar.getmember('folder').get_info()['type'], tar.next(), tar.offset > 0)
f = tar.extractfile('file.txt')
print(f.readable(), f.seek(9), f.read(9), f.tell(), f.seek(-3, 2), f.read(), f.readline())
for action in (lambda: tar.getmember('none'), lambda: tar.extractfile('none'), lambda: tarfile.open(fileobj=io.BytesIO(b'')), lambda: tarfile.open(fileobj=io.BytesIO(b'x' * 1024)), lambda: tarfile.open(fileobj=io.BytesIO(data[:100])),
               lambda: tarfile.open(fileobj=io.BytesIO(data), mode='r:gz'), lambda: tarfile.open('none.tar'), lambda: tarfile.open(fileobj=io.BytesIO(), mode='q'), lambda: tarfile.open(fileobj=io.BytesIO(), mode='w:zap'),
               lambda: tar.addfile(member('x')), lambda: tarfile.open(), lambda: tarfile.open(fileobj=io.BytesIO(data[:700])).extractfile('file.txt').read(), lambda: tarfile.TarInfo.frombuf(b'short', 'utf-8', 'strict'),
               lambda: tarfile.TarInfo.frombuf(b'\0' * 512, 'utf-8', 'strict'), lambda: tarfile.TarInfo.frombuf(b'q' * 512, 'utf-8', 'strict')):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
with tempfile.TemporaryDirectory() as top:
    tar.extractall(top, filter='data', members=[m for m in tar if not m.isdev()])
    print(sorted(os.listdir(top))[:4], os.readlink(top + '/folder/link'), oct(os.stat(top + '/file.txt').st_mode & 0o777), int(os.stat(top + '/file.txt').st_mtime))
    evil = [member('../up', size=0), member('/abs'), member('l', type=tarfile.SYMTYPE, linkname='/etc'), member('l2', type=tarfile.SYMTYPE, linkname='../../x'), member('dev', type=tarfile.CHRTYPE), member('ok', mode=0o7777), member('h', type=tarfile.LNKTYPE, linkname='/etc/passwd')]
    for m in evil:
        for name, check in (('data', tarfile.data_filter), ('tar', tarfile.tar_filter), ('all', tarfile.fully_trusted_filter)):
            try:
                done = check(m, top)
                print(m.name, name, done.name, oct(done.mode) if done.mode is not None else None, done.linkname)
            except tarfile.FilterError as error:
                print(m.name, name, type(error).__name__, str(error).replace(top, 'TOP').replace(os.path.realpath(top), 'TOP'))
    os.mkdir(top + '/in')
    open(top + '/in/a', 'w').close()
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode='w') as made:
        made.add(top + '/in', 'renamed', filter=lambda m: None if m.name.endswith('/skip') else m.replace(mtime=5, uname='u') )
        print(made.getnames(), made.getmember('renamed/a').mtime)
    print(tarfile.is_tarfile(io.BytesIO(out.getvalue())), tarfile.is_tarfile(io.BytesIO(b'no')))
m = member('x', size=5)
print(m.tobuf(tarfile.USTAR_FORMAT)[:5], len(m.tobuf()), m.replace(name='y', deep=False).name, tarfile.ENCODING)
