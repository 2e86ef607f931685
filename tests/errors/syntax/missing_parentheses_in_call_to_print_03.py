print
print x, y
