def outer():
    values = [1, 2]
    def middle():
        def inner(i): return values[i]
        return [inner(i) for i in range(3)]
    return middle()
outer()
