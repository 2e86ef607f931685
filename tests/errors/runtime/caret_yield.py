def g():
    x = yield 1 + len(5)
next(g())
