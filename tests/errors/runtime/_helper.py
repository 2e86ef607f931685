class CustomError(Exception):
    pass
class Outer:
    class InnerError(ValueError): pass
def helper(x):
    if x < 0:
        raise CustomError(f"negative: {x}")
    return x
def call(f, *args):
    return f(*args)
