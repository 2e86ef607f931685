# Pure paths: parts and what is made of them
from pathlib import *
import os

for text in ('', '.', '/', '//', '///', '//a', 'a', 'a/b.c', '/a/b.tar.gz', 'a/.b', 'a.', 'a//b/./c/', '../a', '/..', 'a/..', '.a.b', '..'):
    p = PurePosixPath(text)
    print(repr(p), str(p), p.parts, (p.drive, p.root, p.anchor), (p.name, p.stem, p.suffix, p.suffixes), repr(p.parent), p.is_absolute(), len(p.parents))
p = PurePath('/a/b/c')
print(type(p), p.parents, list(p.parents), p.parents[0], p.parents[-1], p.parents[:2])
print(p / 'd' / '/e', 'x' / PurePath('y'), p.joinpath('d', 'e'), p.joinpath('/z', 'e'), PurePath('a', 'b', PurePath('c/d')))
print(p.with_name('x'), p.with_stem('x'), PurePath('a/b.txt').with_stem('z'), PurePath('a/b.txt').with_suffix('.py'), PurePath('a/b').with_suffix('.py'),
      PurePath('a/b.x').with_suffix(''))
print(p.relative_to('/a'), p.relative_to('/a/b/c'), p.relative_to('/a/x/y', walk_up=True), p.is_relative_to('/a'), p.is_relative_to('/x'))
print(p == PurePath('/a//b/./c'), p == '/a/b/c', hash(p) == hash(PurePath('/a/b/c')), p < PurePath('/a/c'), PurePath('a') <= PurePath('a'))
print(sorted([PurePath('b'), PurePath('a/b'), PurePath('a.b'), PurePath('a')]))
print(bytes(PurePath('é')), PurePath('/a b/é').as_uri(), p.as_posix(), os.fspath(p), f'{p}', p.is_reserved())
print(p.__reduce__())
for f in (lambda: PurePath(3), lambda: PurePath(b'a'), lambda: p / 3, lambda: 3 / p, lambda: p.with_name(''), lambda: p.with_name('a/b'),
          lambda: p.with_name('.'), lambda: PurePath('/').with_name('a'), lambda: PurePath('').with_suffix('.a'), lambda: p.with_suffix('a'),
          lambda: p.with_suffix('.'), lambda: p.with_suffix('./a'), lambda: p.relative_to('/x'), lambda: p.relative_to('x', walk_up=True),
          lambda: p.relative_to('/a/../b', walk_up=True), lambda: PurePath('a').as_uri(), lambda: p.parents[3], lambda: p.match(''), lambda: p < 'a',
          lambda: p.nosuch, lambda: setattr(PurePosixPath('a'), 'x', 1), lambda: PurePath('a', None), lambda: WindowsPath('a'), lambda: p.parents['a']):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
for pattern in ('*.py', 'b/*.py', '/a/*.py', '/a/b/*.py', '*', 'a/b/x.py', '**/*.py', '/**/*.py', '?.py', '[w-y].py', 'X.PY', './x.py'):
    print(pattern, PurePath('/a/b/x.py').match(pattern), PurePath('x.py').match(pattern), PurePath('/a/b/x.py').match(pattern, case_sensitive=False))


class Mine(PurePosixPath):
    def __init__(self, *args, note=None):
        super().__init__(*args)
        self.note = note

    def with_segments(self, *args):
        return type(self)(*args, note=self.note)


m = Mine('/a/b', note=5)
print(m, m.parent.note, (m / 'c').note, m.with_name('z').note, repr(m.relative_to('/a')), m.parents[0].note)
