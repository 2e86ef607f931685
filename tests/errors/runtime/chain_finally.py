def f():
    try:
        raise KeyError("in try")
    finally:
        undefined_in_finally
f()
