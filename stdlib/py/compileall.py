"""Checking that all source files of folders compile. No files of compiled code are written: this interpreter keeps none."""

import os
import sys

import py_compile

__all__ = ["compile_dir", "compile_file", "compile_path"]


def _files(folder, quiet, levels):
    if quiet < 2 and isinstance(folder, os.PathLike):
        folder = os.fspath(folder)
    if not quiet:
        print('Listing {!r}...'.format(folder))
    try:
        names = sorted(os.listdir(folder))
    except OSError:
        if quiet < 2:
            print("Can't list {!r}".format(folder))
        names = []
    for name in names:
        path = os.path.join(folder, name)
        if name == '__pycache__':
            continue
        if not os.path.isdir(path):
            yield path
        elif levels > 0 and name not in (os.curdir, os.pardir) and not os.path.islink(path):
            yield from _files(path, quiet, levels - 1)


def compile_dir(dir, maxlevels=None, ddir=None, force=False, rx=None, quiet=0, legacy=False, optimize=-1, workers=1, invalidation_mode=None, *,
                stripdir=None, prependdir=None, limit_sl_dest=None, hardlink_dupes=False):
    """Compile the source files of a folder and of those below. True: all of them compiled."""
    if ddir is not None and (stripdir is not None or prependdir is not None):
        raise ValueError("Destination dir (ddir) cannot be used in combination with stripdir or prependdir")
    if ddir is not None:
        stripdir, prependdir = dir, ddir
    if workers < 0:
        raise ValueError('workers must be greater or equal to 0')
    results = [compile_file(path, None, force, rx, quiet, legacy, optimize, invalidation_mode, stripdir=stripdir, prependdir=prependdir,
                            limit_sl_dest=limit_sl_dest, hardlink_dupes=hardlink_dupes)
               for path in _files(dir, quiet, sys.getrecursionlimit() if maxlevels is None else maxlevels)]
    return all(results)


def compile_file(fullname, ddir=None, force=False, rx=None, quiet=0, legacy=False, optimize=-1, invalidation_mode=None, *, stripdir=None,
                 prependdir=None, limit_sl_dest=None, hardlink_dupes=False):
    """Compile one file, if it is a source file that `rx` does not match. True: nothing was wrong."""
    if ddir is not None and (stripdir is not None or prependdir is not None):
        raise ValueError("Destination dir (ddir) cannot be used in combination with stripdir or prependdir")
    fullname = os.fspath(fullname)
    name = os.path.basename(fullname)
    shown = None
    if ddir is not None:
        shown = os.path.join(ddir, name)
    else:
        if stripdir is not None and fullname.startswith(os.fspath(stripdir)):
            shown = fullname[len(os.fspath(stripdir)):].lstrip(os.sep)
        if prependdir is not None:
            shown = os.path.join(prependdir, shown or fullname)
    if rx is not None and rx.search(fullname) or not os.path.isfile(fullname) or not name.endswith('.py'):
        return True
    if not quiet:
        print('Compiling {!r}...'.format(fullname))
    try:
        for level in optimize if isinstance(optimize, (list, tuple, set)) else (optimize,):
            py_compile.compile(fullname, None, shown, True, optimize=level)
    except py_compile.PyCompileError as error:
        return _report(fullname, quiet, error.msg)
    except (SyntaxError, UnicodeError, OSError) as error:
        return _report(fullname, quiet, error.__class__.__name__ + ':' + str(error))
    return True


def _report(fullname, quiet, text):
    if quiet < 2:
        print('*** Error compiling {!r}...'.format(fullname) if quiet else '*** ', end='\n' if quiet else '')
        encoding = sys.stdout.encoding or 'utf-8'
        print(text.encode(encoding, errors='backslashreplace').decode(encoding))
    return False


def compile_path(skip_curdir=1, maxlevels=0, force=False, quiet=0, legacy=False, optimize=-1, invalidation_mode=None):
    """Compile the source files in the folders of sys.path."""
    success = True
    for folder in sys.path:
        if (not folder or folder == os.curdir) and skip_curdir:
            if quiet < 2:
                print('Skipping current directory')
        else:
            success = compile_dir(folder, maxlevels, None, force, quiet=quiet, legacy=legacy, optimize=optimize) and success
    return success


def main():
    """The command line."""
    import argparse
    import re
    parser = argparse.ArgumentParser(description='Check that Python sources compile.')
    parser.add_argument('-l', action='store_const', const=0, default=None, dest='maxlevels', help="leave out the folders inside")
    parser.add_argument('-r', type=int, dest='recursion', help='how many levels of folders to go down')
    parser.add_argument('-f', action='store_true', dest='force', help='accepted for compatibility')
    parser.add_argument('-q', action='count', dest='quiet', default=0, help='say nothing but errors; twice: nothing at all')
    parser.add_argument('-b', action='store_true', dest='legacy', help='accepted for compatibility')
    parser.add_argument('-d', metavar='DESTDIR', dest='ddir', default=None, help='directory to show in messages')
    parser.add_argument('-x', metavar='REGEXP', dest='rx', default=None, help='leave out files whose path the regular expression is found in')
    parser.add_argument('-j', '--workers', default=1, type=int, help='accepted for compatibility')
    parser.add_argument('compile_dest', metavar='FILE|DIR', nargs='*', help='files and directories to compile; if none are given, the folders of sys.path')
    args = parser.parse_args()
    levels = args.recursion if args.recursion is not None else args.maxlevels
    rx = re.compile(args.rx) if args.rx else None
    if not args.compile_dest:
        return compile_path(quiet=args.quiet)
    success = True
    for path in args.compile_dest:
        if os.path.isfile(path):
            success = compile_file(path, args.ddir, rx=rx, quiet=args.quiet) and success
        else:
            success = compile_dir(path, levels, args.ddir, rx=rx, quiet=args.quiet) and success
    return success


if __name__ == '__main__':
    sys.exit(int(not main()))
