# pathlib: match with all patterns, relative paths that walk up, parts, suffixes, joins.
from pathlib import PurePath, PurePosixPath, PureWindowsPath

for pattern in ('*.py', 'b.py', 'a/*.py', '/a/*.py', '*/b.py', '**/b.py', '/**/b.py', 'a/b', '*', 'B.PY', '[ab].py', '?.py', 'c/*/b.py', '/a/b/*.py', './b.py', 'x/../b.py'):
    print(pattern, [str(path) for path in map(PurePosixPath, ('b.py', '/a/b.py', 'a/b.py', '/a/b/c.py', 'c/a/b.py', 'd/c/a/b.py', '/b.py', 'b.txt')) if path.match(pattern)],
          PurePosixPath('a/b.py').match(pattern, case_sensitive=False), PureWindowsPath('C:/A/B.py').match(pattern))
for pattern in ('', '.'):
    try:
        print(PurePosixPath('a').match(pattern))
    except ValueError as error:
        print(error)
for one, two in (('/a/b/c', '/a'), ('/a/b', '/a/b/c/d'), ('a/b', 'a/c'), ('/a', 'b'), ('a', 'a'), ('a/../b', 'a'), ('a', '..')):
    for up in (False, True):
        try:
            print(one, two, up, PurePosixPath(one).relative_to(two, walk_up=up), PurePosixPath(one).is_relative_to(two))
        except ValueError as error:
            print(error)
for text in ('a/b.tar.gz', '.bashrc', 'a.', '..', '/', '', 'x/.y.z', 'a b.c d', 'a/b/..'):
    p = PurePosixPath(text)
    print(repr(text), p.parts, p.name, p.stem, p.suffix, p.suffixes, p.parent, [str(x) for x in p.parents], p.anchor, p.is_absolute(), p.as_posix(), repr(p))
    for change in (lambda: p.with_name('n'), lambda: p.with_stem('s'), lambda: p.with_suffix('.q'), lambda: p.with_suffix(''), lambda: p.with_suffix('q'), lambda: p.with_name('a/b'), lambda: p.as_uri(), lambda: p.with_segments('x', 'y'), lambda: p / '/abs', lambda: 'front' / p, lambda: p.joinpath('a', '..', 'b')):
        try:
            print('  ', change())
        except (ValueError, TypeError) as error:
            print('  ', error)
print(PurePath('a') < PurePath('b'), PurePosixPath('a') == PureWindowsPath('a'), PureWindowsPath('A') == PureWindowsPath('a'), sorted([PurePosixPath('b'), PurePosixPath('a/c')]), hash(PurePosixPath('a//b')) == hash(PurePosixPath('a/b')))
