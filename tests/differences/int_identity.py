# Ints and floats have no identity
#
# Numbers up to 48 bits and all floats are values, not objects: `is` between equal ones is true. CPython keeps one object for each of -5 to 256 and may or may not make
# two of others. Programs should never compare numbers with `is`; both print a SyntaxWarning for it where they can see it.
a, b = 1000, int("1000")
print(a is b)
x, y = 0.5, float("0.5")
print(x is y)
