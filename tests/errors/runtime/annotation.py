def f(a: int, b: Undefined) -> str:
    pass
