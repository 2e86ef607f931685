values = [3, "a", None]
ok = values[0] < values[1]
