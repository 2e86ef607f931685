# How SyntaxErrors are shown.
import traceback


def show(*args):
    print(''.join(traceback.format_exception_only(SyntaxError(*args))))


show('bad')
show('bad', ('file.py', 3, 5, 'x = = 1\n'))
show('bad', ('file.py', 3, 5, '    x = = 1\n', 3, 9))
show('bad', ('file.py', 3, 0, 'x = = 1\n', 3, 0))
show('bad', ('file.py', 3, None, 'x = = 1\n'))
show('bad', ('file.py', None, 1, 'x'))
show('bad', (None, 2, 1, 'x\ty\n', 2, 3))
show('bad', ('file.py', 3, 4, 'x\ty = 1\n', 3, -1))
show(None, ('file.py', 3, 4, None))
print(''.join(traceback.format_exception_only(IndentationError('indent', ('f', 1, 3, '  x\n')))))
try:
    compile('a b', 'given.py', 'exec')
except SyntaxError as e:
    print(traceback.format_exception_only(e)[:2])
    te = traceback.TracebackException.from_exception(e)
    print(te.filename, te.lineno, te.offset)
