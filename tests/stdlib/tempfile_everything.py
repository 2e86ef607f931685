# tempfile: names, prefixes, suffixes, modes, deletion, spooling, errors.
import os
import tempfile

with tempfile.TemporaryDirectory(prefix='top-', suffix='-end') as top:
    print(os.path.basename(top).startswith('top-'), top.endswith('-end'), oct(os.stat(top).st_mode & 0o777))
    clean = lambda text: str(text).replace(top, 'TOP')
    fd, path = tempfile.mkstemp(suffix='.x', prefix='p', dir=top)
    print(os.path.dirname(path) == top, path.endswith('.x'), os.path.basename(path)[0], oct(os.fstat(fd).st_mode & 0o777), os.get_inheritable(fd), len(os.path.basename(path)))
    os.close(fd)
    fd, raw = tempfile.mkstemp(dir=top.encode())
    print(type(raw).__name__)
    os.close(fd)
    made = tempfile.mkdtemp(dir=top, prefix='d')
    print(os.path.isdir(made), os.path.isabs(made))
    with tempfile.NamedTemporaryFile(dir=top) as file:
        file.write(b'abc')
        file.flush()
        print(os.path.exists(file.name), os.path.getsize(file.name), file.mode, file.read(), file.seek(0), file.read())
        name = file.name
    print(os.path.exists(name), file.closed)
    with tempfile.NamedTemporaryFile('w+', dir=top, delete=False, encoding='utf-8', newline='\n', suffix='.txt') as file:
        print(file.write('h\u00e9\n'), file.tell(), file.encoding)
    print(os.path.exists(file.name), open(file.name, encoding='utf-8').read())
    with tempfile.NamedTemporaryFile(dir=top, delete_on_close=False) as file:
        file.close()
        print(os.path.exists(file.name))
    print(os.path.exists(file.name))
    with tempfile.TemporaryFile('w+', dir=top) as file:
        print(file.write('text'), file.seek(0), file.read(), isinstance(file.name, int))
    spool = tempfile.SpooledTemporaryFile(max_size=5, mode='w+', dir=top)
    print(spool._rolled, spool.write('abc'), spool._rolled, spool.write('defg'), spool._rolled, spool.seek(0), spool.read(), spool.mode, spool.closed)
    spool.truncate(2)
    spool.seek(0)
    print(list(spool), spool.name is not None)
    spool.close()
    with tempfile.SpooledTemporaryFile() as spool:
        spool.writelines([b'a\n', b'b\n'])
        spool.seek(0)
        print(spool.readline(), spool.readlines(), spool.tell(), spool.readable(), spool.writable(), spool.seekable(), spool._rolled)
        spool.rollover()
        print(spool._rolled, isinstance(spool.fileno(), int))
    folder = tempfile.TemporaryDirectory(dir=top)
    print(repr(folder).replace(folder.name, 'NAME'), os.path.exists(folder.name))
    open(os.path.join(folder.name, 'inside'), 'w').close()
    folder.cleanup()
    folder.cleanup()
    print(os.path.exists(folder.name))
    with tempfile.TemporaryDirectory(dir=top, delete=False) as kept:
        pass
    print(os.path.exists(kept), os.path.exists(tempfile.mktemp(dir=top)))
    gone = tempfile.TemporaryDirectory(dir=top, ignore_cleanup_errors=True)
    os.rmdir(gone.name)
    gone.cleanup()
    for action in (lambda: tempfile.mkstemp(dir=top + '/none'), lambda: tempfile.mkstemp(prefix=b'a', suffix='b'), lambda: tempfile.mkdtemp(dir=top + '/none'), lambda: tempfile.NamedTemporaryFile('q'), lambda: tempfile.mkstemp(prefix='a/b', dir=top),
                   lambda: tempfile.NamedTemporaryFile('w', encoding='none', dir=top), lambda: tempfile.TemporaryFile('wb', encoding='utf-8')):
        try:
            print(action())
        except Exception as error:
            text = clean(error)
            print(type(error).__name__, text.split("'TOP")[0])
    os.environ['TMPDIR'] = top
    tempfile.tempdir = None
    print(tempfile.gettempdir() == top, tempfile.gettempdirb() == top.encode(), tempfile.gettempprefix(), tempfile.gettempprefixb(), tempfile.TMP_MAX)
    tempfile.tempdir = None
