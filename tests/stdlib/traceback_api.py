# The functions and classes of the module.
import io
import sys
import traceback


def inner():
    {}['a']


def outer():
    try:
        inner()
    except KeyError as e:
        raise ValueError('b') from e


try:
    outer()
except ValueError as e:
    te = traceback.TracebackException.from_exception(e, capture_locals=True)
    print(te, te.exc_type, te.__cause__, te.__context__, te.__suppress_context__, [type(x).__name__ for x in te.stack])
    print(traceback.format_exc(limit=0))
    print(traceback.format_exc(limit=1))
    print(traceback.format_exc(limit=-1))
    print(traceback.format_exc(chain=False))
    fs = traceback.extract_tb(e.__traceback__)[0]
    print(tuple(fs)[1:], len(fs), fs[1], fs.line, fs.colno, fs.end_colno, fs == fs, fs == tuple(fs))
    traceback.print_tb(e.__traceback__, file=sys.stdout)
    print(len(traceback.format_tb(e.__traceback__)), traceback.format_list([('a', 1, 'b', 'c')]))
    print(traceback.format_exception_only(type(e), e), traceback.format_exception_only(e))
    out = io.StringIO()
    traceback.print_exception(e, file=out)
    print(out.getvalue() == ''.join(traceback.format_exception(type(e), e, e.__traceback__)))
    for args in ((1,), (e, e), (None,)):
        try:
            print(traceback.format_exception(*args)[-1])
        except (TypeError, ValueError) as x:
            print(type(x).__name__, x)
    print([n for _, n in traceback.walk_tb(e.__traceback__)])
    frame = e.__traceback__.tb_next.tb_frame
    traceback.clear_frames(e.__traceback__)
    print(frame.f_locals)
print(traceback.format_exc(), end='')
s = traceback.StackSummary.from_list([('f', 1, 'n', 'l')] * 5 + [('f', 2, 'n', 'l')])
print(''.join(s.format()), s)


class Filtered(traceback.StackSummary):
    def format_frame_summary(self, summary):
        return None if summary.lineno == 1 else super().format_frame_summary(summary)


print(Filtered(s).format())
try:
    traceback.print_last()
except ValueError as e:
    print(e)


def stack():
    return traceback.extract_stack()


print([(f.name, f.lineno, f.line) for f in stack()], traceback.format_stack()[-1].split(',', 1)[1])
print(traceback.StackSummary.extract(traceback.walk_stack(None))[0].lineno)
sys.tracebacklimit = 1
try:
    outer()
except ValueError as e:
    print(traceback.format_exc())
