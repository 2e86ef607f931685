def check(x):
    assert x > 0 and x < 10
    return x
check(50)
