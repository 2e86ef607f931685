"""Checking that a source file compiles.

This interpreter keeps no files of compiled code: nothing is written, and None is what compile() returns.
"""

import enum
import os
import sys
import traceback

__all__ = ["compile", "main", "PyCompileError", "PycInvalidationMode"]


class PyCompileError(Exception):
    """A file does not compile: exc_type_name, exc_value and file say why and which."""

    def __init__(self, exc_type, exc_value, file, msg=''):
        name = exc_type.__name__
        if exc_type is SyntaxError:
            text = ''.join(traceback.format_exception_only(exc_type, exc_value)).replace('File "<string>"', 'File "%s"' % file)
        else:
            text = "Sorry: %s: %s" % (name, exc_value)
        Exception.__init__(self, msg or text, name, exc_value, file)
        self.exc_type_name = name
        self.exc_value = exc_value
        self.file = file
        self.msg = msg or text

    def __str__(self):
        return self.msg


class PycInvalidationMode(enum.Enum):
    """How a file of compiled code is known to be out of date; kept for programs that name one."""

    TIMESTAMP = 1
    CHECKED_HASH = 2
    UNCHECKED_HASH = 3


_compile = compile


def compile(file, cfile=None, dfile=None, doraise=False, optimize=-1, invalidation_mode=None, quiet=0):
    """Compile a source file. An error is raised with `doraise`, else printed unless `quiet` is 2."""
    import importlib.util
    with open(file, 'rb') as stream:
        source = stream.read()
    try:
        _compile(importlib.util.decode_source(source) if source.isascii() else source, dfile or os.fspath(file), 'exec', dont_inherit=True, optimize=optimize)
    except Exception as error:
        error = PyCompileError(error.__class__, error, dfile or file)
        if doraise:
            raise error from None
        if quiet < 2:
            sys.stderr.write(error.msg + '\n')
    return None


def main():
    """The command line: check the files that are named, or those named on standard input with -."""
    import argparse
    description = 'A simple command-line interface for py_compile module.'
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument('-q', '--quiet', action='store_true', help='say nothing about errors')
    parser.add_argument('filenames', nargs='+', help='the sources; - reads their names from standard input')
    args = parser.parse_args()
    names = [line.rstrip('\n') for line in sys.stdin.readlines()] if args.filenames == ['-'] else args.filenames
    for name in names:
        try:
            compile(name, doraise=True)
        except PyCompileError as error:
            parser.exit(1) if args.quiet else parser.exit(1, error.msg)
        except OSError as error:
            parser.exit(1) if args.quiet else parser.exit(1, str(error))


if __name__ == "__main__":
    main()
