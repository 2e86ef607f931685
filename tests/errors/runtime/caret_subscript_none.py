x = None
y = [1, x[0], 2]
