import timeit, io, contextlib
print(timeit.reindent("a\nb", 4), timeit.default_number, timeit.default_repeat)
clock = iter(range(0, 10000, 3))
t = timeit.Timer("x += 1", "x = 5", timer=lambda: next(clock))
print(t.timeit(7), t.repeat(3, 2), t.autorange(), t.autorange(lambda n, taken: print(n, taken)))
print(timeit.timeit(lambda: None, number=3, timer=lambda: 1), timeit.repeat("pass", number=1, repeat=4, timer=lambda: 0.5))
print(timeit.timeit("seen.append(1)", number=5, globals={"seen": (seen := [])}) > 0, len(seen))
for bad in (dict(stmt=5), dict(setup=5), dict(stmt="1 +"), dict(setup="x ="), dict(stmt="return 5"), dict(stmt="break")):
    try: timeit.Timer(**bad)
    except Exception as e: print(type(e).__name__, e)
def run(*args, **kwargs):
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
        code = timeit.main(list(args), **kwargs)
    print(code, out.getvalue())
def wrap(timer):
    ticks = iter(range(100000))
    return lambda: next(ticks) * 0.3
run("-n", "3", "-r", "2", "x = 1", _wrap_timer=wrap); run("pass", _wrap_timer=wrap); run("-v", "pass", _wrap_timer=wrap); run("-vv", "-n5", "pass", _wrap_timer=wrap); run("-u", "msec", "-n1", "pass", _wrap_timer=wrap)
run("-u", "parsec", "pass"); run("--nope"); run("-n", "1", "-s", "x = 2", "-s", "y = 3", "x + y", _wrap_timer=wrap)
try: timeit.Timer("1/0").timeit(1)
except ZeroDivisionError as e: print(e)
