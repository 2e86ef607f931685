x = [1, 2]   # a list
y = x[5]     # too far
