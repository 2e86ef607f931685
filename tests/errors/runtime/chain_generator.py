def gen():
    try:
        yield 1
    finally:
        raise RuntimeError("cleanup failed")
for x in [1]:
    g = gen(); next(g)
    g.throw(ValueError("thrown in"))
