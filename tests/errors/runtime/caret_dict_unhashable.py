key = [1]
d = {"x": 1, key: 2}
