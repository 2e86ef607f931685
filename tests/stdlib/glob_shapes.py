# glob: all wildcards, hidden names, recursion, root_dir, dir_fd, escape, order-free results.
import glob
import os
import tempfile

with tempfile.TemporaryDirectory() as top:
    for name in ('a.txt', 'b.txt', 'ab.py', '.hidden', 'sub/c.txt', 'sub/.dot/d.txt', 'sub/deep/e.py', 'sub/deep/er/f.txt', '[x].txt', 'q?.txt', 'empty/', '.cfg/g.txt', 'Upper.TXT'):
        path = os.path.join(top, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        if not name.endswith('/'):
            open(path, 'w').close()
    os.symlink('sub', os.path.join(top, 'link'))
    os.symlink('nowhere', os.path.join(top, 'broken'))

    def show(pattern, **options):
        print(f"{pattern:22}", options or '', sorted(glob.glob(pattern, root_dir=top, **options)))

    for pattern in ('*', '*.txt', '.*', '?.txt', '[ab].txt', '[!ab].txt', '[a-z]*.py', '[[]x].txt', 'q[?].txt', 'sub/*', 'sub/', '*/', '*/*.txt', '**', '**/*.txt', 'sub/**', 'none*', 'a.txt', 'missing', '', 'sub/*/*',
                    '*.TXT', 'broken', 'link/*', '[', '[]', 'a[', '*/../a.txt', './*.py', 'sub//c.txt'):
        show(pattern)
        if '**' in pattern:
            show(pattern, recursive=True)
            show(pattern, recursive=True, include_hidden=True)
    show('*', include_hidden=True)
    show('**/', recursive=True)
    show('**/.*', recursive=True)
    show('sub/**/*.py', recursive=True)
    full = sorted(glob.glob(os.path.join(glob.escape(top), '*.txt')))
    print([path.replace(top, 'TOP') for path in full], sorted(os.path.basename(p) for p in glob.iglob(os.path.join(top.encode(), b'*.py'))) == [b'ab.py'])
    fd = os.open(top, os.O_RDONLY)
    print(sorted(glob.glob('s*/*.txt', dir_fd=fd)), sorted(glob.glob('*.txt', root_dir='sub', dir_fd=fd)))
    os.close(fd)
    print(type(glob.iglob('*')).__name__, sorted(glob.glob(b'*.py', root_dir=top.encode())))
for text in ('a*b?c[d]', '[', ']', '**', '/x/[y]', '', 'plain'):
    print(glob.escape(text), glob.has_magic(text), glob.escape(text.encode()))
for action in (lambda: glob.glob(5), lambda: glob.glob('*', root_dir=5), lambda: glob.escape(None), lambda: glob.glob('*', root_dir='/no/such/place')):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
