# ntpath: paths of Windows as texts.
import ntpath
import os

os.environ.update(USERPROFILE='C:\\Users\\me', USERNAME='me', VAR='value')
for path in ('c:\\a\\b.txt', 'C:/x/../y/./z', '\\\\host\\share\\f', 'rel\\p', '', 'c:', 'c:rel', '\\root', '//h/s', '..\\..\\a', 'c:\\..\\a', 'a/b/', '\\\\?\\C:\\x', '\\\\?\\UNC\\h\\s\\d', 'x.tar.gz', '.hidden', 'a.b\\c'):
    print(repr(path), ntpath.splitdrive(path), ntpath.splitroot(path), ntpath.split(path), ntpath.splitext(path), ntpath.normpath(path), ntpath.isabs(path), ntpath.normcase(path), ntpath.basename(path), ntpath.dirname(path))
for parts in (('a', 'b'), ('c:\\a', '\\b'), ('c:\\a', 'd:\\b'), ('c:\\a', 'd:b'), ('c:a', 'C:b'), ('', 'x'), ('x', ''), ('\\\\h\\s', 'x'), ('c:', 'x'), ('a\\', 'b/', 'c')):
    print(parts, ntpath.join(*parts))
print(ntpath.join(b'a', b'b'), ntpath.splitext(b'a.b'), ntpath.normpath(b'a/../b'))
for path in ('~', '~\\x', '~other\\y', 'a~', '~me'):
    print(path, ntpath.expanduser(path))
for path in ('%VAR%', '$VAR', '${VAR}x', '%NONE_SUCH%', '$NONE_SUCH', "'$VAR'", '100%', '$$VAR', '%%', '%VAR%\\$VAR'):
    print(path, ntpath.expandvars(path))
print(ntpath.relpath('c:\\a\\b', 'c:\\a\\c'), ntpath.relpath('c:\\A', 'c:\\a'), ntpath.relpath('\\\\h\\s\\x\\y', '\\\\h\\s\\x'))
print(ntpath.commonpath(['c:\\a\\b', 'C:\\A\\c']), ntpath.commonpath(['a\\b\\c', 'a/b/d']), ntpath.commonprefix(['abc', 'abd']), repr(ntpath.commonpath(['a', 'b'])))
for wrong in (lambda: ntpath.relpath('c:\\a', 'd:\\a'), lambda: ntpath.commonpath([]), lambda: ntpath.commonpath(['c:\\a', 'd:\\a']), lambda: ntpath.commonpath(['\\a', 'a']), lambda: ntpath.join('a', b'b'), lambda: ntpath.relpath('')):
    try:
        wrong()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
print(ntpath.sep, ntpath.altsep, ntpath.pathsep, ntpath.devnull, ntpath.defpath, ntpath.ismount('c:\\'), ntpath.ismount('c:\\a'))
