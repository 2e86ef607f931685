"""Applications in one file: a folder with a __main__ in a zip archive, perhaps behind a line that names the interpreter."""

import contextlib
import os
import pathlib
import shutil
import stat
import sys
import zipfile

__all__ = ['ZipAppError', 'create_archive', 'get_interpreter']

_MAIN = '# -*- coding: utf-8 -*-\nimport {module}\n{module}.{fn}()\n'


class ZipAppError(ValueError):
    """The source or the target is not what an application can be made of."""


@contextlib.contextmanager
def _opened(file, mode):
    if isinstance(file, (str, os.PathLike)):
        with open(file, mode) as f:
            yield f
    else:
        yield file


def _write_first_line(file, interpreter):
    if interpreter:
        file.write(b'#!' + interpreter.encode(sys.getfilesystemencoding()) + b'\n')


def _copy_archive(archive, target, interpreter=None):
    # The same archive behind another first line.
    with _opened(archive, 'rb') as source:
        start = source.read(2)
        if start == b'#!':
            source.readline()
            start = b''
        with _opened(target, 'wb') as out:
            _write_first_line(out, interpreter)
            out.write(start)
            shutil.copyfileobj(source, out)
    if interpreter and isinstance(target, (str, os.PathLike)):
        os.chmod(target, os.stat(target).st_mode | stat.S_IEXEC)


def _check_main(source, main):
    # The text of the __main__.py to add, or None.
    has_main = (source / '__main__.py').is_file()
    if main and has_main:
        raise ZipAppError('Cannot specify entry point if the source has __main__.py')
    if not (main or has_main):
        raise ZipAppError('Archive has no entry point')
    if not main:
        return None
    module, colon, function = main.partition(':')
    if not (colon and all(part.isidentifier() for part in (module + '.' + function).split('.'))):
        raise ZipAppError('Invalid entry point: ' + main)
    return _MAIN.format(module=module, fn=function)


def create_archive(source, target=None, interpreter=None, main=None, filter=None, compressed=False):
    """Make an application of a folder, or of an existing one with another interpreter.

    `main` is "module:function" for a folder without a __main__.py; `filter` tells for a relative path whether it goes in.
    """
    is_archive = hasattr(source, 'read') and hasattr(source, 'readline')
    if not is_archive:
        source = pathlib.Path(source)
        is_archive = source.is_file()
    if is_archive:
        _copy_archive(source, target, interpreter)
        return
    if not source.exists():
        raise ZipAppError('Source does not exist')
    text = _check_main(source, main)
    if target is None:
        target = source.with_suffix('.pyz')
    elif not hasattr(target, 'write'):
        target = pathlib.Path(target)
    paths = sorted(source.rglob('*'))           # before the target is there, which may lie within
    with _opened(target, 'wb') as file:
        _write_first_line(file, interpreter)
        with zipfile.ZipFile(file, 'w', zipfile.ZIP_DEFLATED if compressed else zipfile.ZIP_STORED) as archive:
            for path in paths:
                inner = path.relative_to(source)
                if filter is None or filter(inner):
                    archive.write(path, inner.as_posix())
            if text:
                archive.writestr('__main__.py', text.encode('utf-8'))
    if interpreter and not hasattr(target, 'write'):
        target.chmod(target.stat().st_mode | stat.S_IEXEC)


def get_interpreter(archive):
    """The interpreter of an application's first line; None without one."""
    with _opened(archive, 'rb') as file:
        if file.read(2) == b'#!':
            return file.readline().strip().decode(sys.getfilesystemencoding())


def main(args=None):
    """python -m zipapp source [options]"""
    import argparse
    parser = argparse.ArgumentParser(description='Makes an application of a folder, in one file.')
    parser.add_argument('--output', '-o', default=None, help='the file to make; the name of the source with .pyz if left out')
    parser.add_argument('--python', '-p', default=None, help='the interpreter that the first line names (none if left out)')
    parser.add_argument('--main', '-m', default=None, help='what is called, as package.module:function')
    parser.add_argument('--compress', '-c', action='store_true', help='deflate the members')
    parser.add_argument('--info', default=False, action='store_true', help='show the interpreter of an application')
    parser.add_argument('source', help='a folder, or an application')
    options = parser.parse_args(args)
    if options.info:
        if not os.path.isfile(options.source):
            raise SystemExit('Can only get info for an archive file')
        print('Interpreter: {}'.format(get_interpreter(options.source) or '<none>'))
        raise SystemExit(0)
    if os.path.isfile(options.source):
        if options.output is None or (os.path.exists(options.output) and os.path.samefile(options.source, options.output)):
            raise SystemExit('In-place editing of archives is not supported')
        if options.main:
            raise SystemExit('Cannot change the main function when copying')
    create_archive(options.source, options.output, interpreter=options.python, main=options.main, compressed=options.compress)


if __name__ == '__main__':
    main()
