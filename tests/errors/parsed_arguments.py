# Words for wrong arguments where CPython's C code reads them by a format string.
import datetime as D, decimal, functools, time, socket
for f in (D.date, D.datetime, D.time, D.timedelta, decimal.Decimal, functools.reduce, time.strftime, time.localtime, time.gmtime, time.asctime,
          time.ctime, socket.inet_aton, socket.gethostbyname):
    for args, names in ((), {}), ((), {'bogus': 1}), ((1,), {'bogus': 1}), ((1, 2), {'bogus': 1}), ((1, 2, 3), {'bogus': 1}), ((1,) * 12, {}), (('x', 'y'), {}), ((None,), {}), ((2024,), {'year': 1}):
        if not args and not names and f in (time.localtime, time.gmtime, time.asctime, time.ctime) or f is decimal.Decimal and args == ('x', 'y'):
            continue
        try:
            print(f.__name__, args, names, type(f(*args, **names)).__name__)
        except (TypeError, ValueError) as e:
            print(f.__name__, args, names, type(e).__name__, e)
try:
    D.timedelta(day=1)
except TypeError as e:
    print(e)
try:
    D.datetime(2024, 1, 2, sec=3)
except TypeError as e:
    print(e)
