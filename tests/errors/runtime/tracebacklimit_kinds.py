# sys.tracebacklimit of all kinds, in the report of an uncaught exception.
import sys
for limit in -1, "a", None, 2**70, -2**70, True, 1.5:
    print(limit, file=sys.stderr)
    sys.tracebacklimit = limit
    def f(n):
        if n: f(n-1)
        else: 1/0
    try: f(3)
    except Exception as e:
        sys.excepthook(type(e), e, e.__traceback__)
