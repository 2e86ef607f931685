def g():
    yield 1
    raise StopIteration("escaped")
list(g())
