def outer(x):
    return middle(x, 2)

def middle(a, b):
    c = a + b
    return inner(c)

def inner(n):
    raise KeyError(n)

outer(1)
