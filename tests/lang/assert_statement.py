# assert evaluates its message only when it fails.
def msg():
    print("message evaluated")
    return "the message"

assert True, msg()
try:
    assert 0, msg()
except AssertionError as e:
    print(repr(e), e.args)
try:
    assert []
except AssertionError as e:
    print(repr(e), e.args, str(e) == "")
try:
    assert (), (1, 2)
except AssertionError as e:
    print(e.args)
AssertionErrorReal = AssertionError
AssertionError = ValueError
try:
    assert False, "builtin is used, not the name"
except AssertionErrorReal as e:
    print(type(e).__name__, e)
print(__debug__)
def check(n):
    assert n > 0, f"n must be positive, got {n}"
    return n
print(check(3))
try:
    check(-3)
except AssertionErrorReal as e:
    print(e)
try:
    assert None is not None, AssertionErrorReal("nested")
except AssertionErrorReal as e:
    print(repr(e))
