def f(a, b):
    return 1 + a * b + len("x")

f("a", "b")
