items = [
    1,
    int("x"),
    3,
]
