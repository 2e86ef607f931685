def fail(*args): raise ValueError("many args")
fail(
    1,
    2,
    3,
)
