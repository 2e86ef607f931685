# os.path: what only computes
import os
import os.path
import sys
p = os.path
print(sys.modules['os.path'] is p, p.__name__, p.sep, p.altsep, p.curdir, p.pardir, p.extsep, p.pathsep, p.devnull)
print(p.join('a', 'b', '/c', 'd/', 'e'), p.join('', 'a'), p.join('a', ''), p.join(b'a', b'b'))
for path in ('/a/b.c', 'a', '/', '//', '//a', '///a', 'a/', 'a/.b', 'a/..b.c', '.b.c', 'a.b/c', '', 'a//b', '...'):
    print(repr(path), p.split(path), p.splitext(path), p.basename(path), p.dirname(path), p.isabs(path), p.normpath(path), p.splitroot(path))
for path in ('a/../b', '../a', '/../a', 'a/./b', './/a', 'a/b/../..', '//a/../b', '///x', b'a/../b'):
    print(path, p.normpath(path))
print(p.commonprefix(['abc', 'abd']), p.commonprefix([]), p.commonprefix([[1, 2], [1, 3]]))
print(p.commonpath(['/usr/lib', '/usr/bin/x']), p.commonpath(['a/b/', 'a//b/c']), p.commonpath([b'/a']))
print(p.relpath('/a/b', '/a/c/d'), p.relpath('/a', '/a'), p.relpath('/a/b/c', '/'), p.relpath('a/b', 'a'))
os.environ['HOME'] = '/home/x'
os.environ['MORAY_X'] = 'val'
print(p.expanduser('~'), p.expanduser('~/a'), p.expanduser('a/~'), p.expanduser('~nosuchuser/a'), p.expanduser('~root'), p.expanduser(b'~/b'))
print(p.expandvars('$MORAY_X/${MORAY_X}b/$MORAY_NO/${MORAY_NO}/$/${'), p.expandvars(b'$MORAY_X'))
print(p.abspath('/a/../b'), p.abspath('x') == p.join(os.getcwd(), 'x'), p.normcase('AbC'), p.ismount('/'), p.isjunction('/'))
for f in (lambda: p.join('a', b'b'), lambda: p.join(3), lambda: p.join('a', 3), lambda: p.split(None), lambda: p.commonpath([]),
          lambda: p.commonpath(['/a', 'b']), lambda: p.relpath(''), lambda: p.commonpath(['a', b'a']), lambda: p.getsize('/nosuch'),
          lambda: p.samefile('/nosuch', '/'), lambda: p.realpath('/nosuch/a', strict=True), lambda: p.exists()):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(p.exists('/nosuch'), p.exists('a\0b'), p.isfile('/'), p.isdir('/'), p.lexists('/nosuch'), p.realpath('/nosuch/../x'))
