# Equal numbers are the same object
#
# Ints of up to 48 bits and all floats are values in Moray: `is` between equal ones is true. CPython keeps one object for each int from -5 to 256 and makes a new one for
# most other results. Programs should never compare numbers with `is`.
thousand, half = 1000, 0.5
print(thousand is int("1000"), half is float("0.5"))
print(id(thousand) == id(int("1000")))
