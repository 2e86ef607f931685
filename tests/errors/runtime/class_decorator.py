def deco(c):
    raise TypeError(f"cannot decorate {c.__name__}")
@deco
class A:
    pass
