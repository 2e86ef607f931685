# sys.tracebacklimit and limits given, in traceback.print_exc.
import sys
import traceback
for limit in 0, 1, 2, -1, "a", None, 2**70, -2**70, True, 1.5:
    print(limit, file=sys.stderr)
    sys.tracebacklimit = limit
    def f(n):
        if n: f(n-1)
        else: 1/0
    try: f(3)
    except Exception as e:
        try: traceback.print_exc()
        except Exception as e: print("EE", e)
        try: traceback.print_exc(limit=2)
        except Exception as e: print("EE", e)
