# shutil: copying, moving and removing trees; ignore, errors and their shapes; which, disk_usage, terminal size.
import os
import shutil
import stat
import tempfile

with tempfile.TemporaryDirectory() as top:
    os.chdir(top)
    clean = lambda text: str(text).replace(top, 'TOP')

    def tree(root):
        return sorted(os.path.relpath(os.path.join(folder, name), root) for folder, folders, files in os.walk(root) for name in folders + files)

    os.makedirs('src/inner/deep')
    for name in ('src/a.txt', 'src/b.py', 'src/inner/c.txt', 'src/inner/deep/d.pyc'):
        with open(name, 'w') as file:
            file.write(name)
    os.symlink('a.txt', 'src/link')
    os.chmod('src/b.py', 0o750)
    print(shutil.copytree('src', 'dst'), tree('dst'), os.path.islink('dst/link'), oct(stat.S_IMODE(os.stat('dst/b.py').st_mode)))
    print(shutil.copytree('src', 'dst2', symlinks=True, ignore=shutil.ignore_patterns('*.pyc', 'b*')), tree('dst2'), os.readlink('dst2/link'))
    print(shutil.copytree('src', 'dst2', dirs_exist_ok=True), tree('dst2') == tree('src'))
    log = []
    shutil.copytree('src', 'dst3', ignore=lambda folder, names: log.append((folder, sorted(names))) or {'inner'}, copy_function=lambda a, b: log.append((a, b)))
    print(sorted(map(str, log)), tree('dst3'))
    print(shutil.copy('src/a.txt', 'copy.txt'), shutil.copy('src/a.txt', 'dst3'), shutil.copy2('src/b.py', 'b2.py'), shutil.copyfile('src/a.txt', 'f.txt'), os.stat('b2.py').st_mtime_ns == os.stat('src/b.py').st_mtime_ns)
    shutil.copymode('src/b.py', 'f.txt')
    shutil.copystat('src/b.py', 'f.txt')
    print(oct(stat.S_IMODE(os.stat('f.txt').st_mode)), open('f.txt').read())
    print(shutil.move('f.txt', 'dst3'), shutil.move('dst3', 'dst4'), shutil.move('dst4', 'dst2/'), os.path.exists('dst4'))
    with open('src/a.txt') as one, open('obj.txt', 'w') as two:
        shutil.copyfileobj(one, two, 3)
    print(open('obj.txt').read())
    os.mkfifo('pipe')
    for action in (lambda: shutil.copytree('src', 'dst'), lambda: shutil.copytree('none', 'x1'), lambda: shutil.copy('none', 'x2'), lambda: shutil.copyfile('copy.txt', 'copy.txt'), lambda: shutil.copyfile('pipe', 'x3'),
                   lambda: shutil.copyfile('src', 'x4'), lambda: shutil.rmtree('none'), lambda: shutil.rmtree('copy.txt'), lambda: shutil.move('none', 'x5'), lambda: shutil.move('src', 'src/inner'),
                   lambda: shutil.move('copy.txt', 'dst'), lambda: shutil.move('copy2.txt', 'dst'), lambda: shutil.rmtree('src/link'), lambda: shutil.chown('copy.txt'), lambda: shutil.chown('copy.txt', 'nobody-at-all'),
                   lambda: shutil.unpack_archive('copy.none'), lambda: shutil.unpack_archive('obj.txt', format='zap'), lambda: shutil.make_archive('z', 'zap'), lambda: shutil.copyfile('copy.none', 'x')):
        try:
            print(clean(action()))
        except Exception as error:
            print(type(error).__name__, clean(error))
    os.symlink('src', 'srclink')
    for target in ('srclink',):
        try:
            shutil.rmtree(target)
        except OSError as error:
            print(type(error).__name__, error)
    shutil.rmtree('none', ignore_errors=True)
    shutil.rmtree('none', onexc=lambda function, path, error: print(function.__name__, path, type(error).__name__))
    shutil.rmtree('none', onerror=lambda function, path, info: print(function.__name__, path, info[0].__name__))
    for form in ('tar', 'gztar', 'zip'):
        name = shutil.make_archive('out', form, 'src')
        shutil.unpack_archive(name, 'un-' + form)
        print(clean(name), tree('un-' + form))
    print(clean(shutil.make_archive(os.path.join(top, 'base'), 'tar', top, 'src/inner')), shutil.get_archive_formats()[:2], [row[0] for row in shutil.get_unpack_formats()])
    shutil.rmtree('src')
    print(os.path.exists('src'), shutil.which('sh') is not None, shutil.which('no-such-program'), shutil.which('b2.py', path=top) == os.path.join(top, 'b2.py'), shutil.which('copy.txt', path=top), shutil.which('./b2.py'))
    usage = shutil.disk_usage(top)
    print(usage._fields, usage.total >= usage.used, os.environ.update(COLUMNS='33', LINES='7'), shutil.get_terminal_size(), tuple(shutil.get_terminal_size((1, 2))))
    os.chdir('/')
print(issubclass(shutil.SameFileError, shutil.Error), issubclass(shutil.Error, OSError), issubclass(shutil.ReadError, OSError), issubclass(shutil.RegistryError, Exception))
