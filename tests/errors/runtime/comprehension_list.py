data = [1, 0, 2]
r = [10 // x for x in data]
