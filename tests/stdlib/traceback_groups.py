# Exception groups: nesting, width, depth, chains inside.
import traceback


def show(e, **kw):
    print(''.join(traceback.TracebackException.from_exception(e, **kw).format()))


show(ExceptionGroup('flat', [ValueError(1), KeyError('k')]))
show(ExceptionGroup('nested', [ExceptionGroup('inner', [ValueError(1), ExceptionGroup('deep', [TypeError(3)])]), KeyError(3)]))
show(ExceptionGroup('wide', [ValueError(i) for i in range(5)]), max_group_width=2)
show(ExceptionGroup('wide', [ValueError(i) for i in range(17)]))
e = ValueError(1)
for i in range(5):
    e = ExceptionGroup(f'level {i}', [e, KeyError(i)])
show(e, max_group_depth=2)
try:
    try:
        raise ExceptionGroup('raised', [ValueError('multi\nline'), OSError(2, 'x')])
    except ExceptionGroup as g:
        g.add_note('a note\nin two lines')
        raise RuntimeError('after') from g
except RuntimeError as e:
    show(e)
try:
    raise ExceptionGroup('members', [ValueError(1)]) from ExceptionGroup('cause', [TypeError(2)])
except ExceptionGroup as e:
    e.exceptions[0].__cause__ = KeyError('cause of the member')
    show(e)
