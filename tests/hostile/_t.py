"""Prints what a hostile call ends in: the exception's type and message, or the result's type."""
def t(name, f, show=False):
    try:
        r = f()
        print(name, "->", r if show else type(r).__name__)
    except BaseException as e:
        print(name, "->", type(e).__name__ + ":", str(e).encode("utf-8", "backslashreplace").decode())
