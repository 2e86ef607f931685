handlers = {"a": lambda x: x / 0}
result = handlers["a"](5) + 1
