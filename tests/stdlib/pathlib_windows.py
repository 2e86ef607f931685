# Paths with the rules of Windows
from pathlib import *
W = PureWindowsPath
for text in ('', 'a', 'a/b', 'c:', 'c:a', 'c:/', 'C:\\a\\b.txt', '\\a', '//host/share', '//host/share/a/b', '\\\\host', 'a\\..\\b', './c:x', 'nul.txt'):
    p = W(text)
    print(repr(p), str(p), p.parts, (p.drive, p.root, p.anchor), p.name, repr(p.parent), p.is_absolute(), p.is_reserved(), p.as_posix())
print(W('c:/a') / 'b', W('c:/a') / '/b', W('c:/a') / 'd:b', W('c:/a') / 'c:b', W('c:a', 'b'))
print(W('A/B') == W('a/b'), hash(W('A')) == hash(W('a')), W('a') == PurePosixPath('a'), W('A') < W('b'), W('C:/x').as_uri())
print(W('C:/A/b').relative_to('c:/a'), W('C:/A/b').is_relative_to('c:\\a'), W('a/B.PY').match('*.py'), W('a/B.PY').match('*.py', case_sensitive=True))
print(PurePosixPath(W('a\\b')), W(PurePosixPath('a/b')))
for f in (lambda: W('a') < PurePosixPath('a'), lambda: W('c:').with_name('x'), lambda: W('c:/a').with_name('d:x'), lambda: W('c:/a').relative_to('d:/')):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
