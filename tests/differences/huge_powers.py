# A result that could not fit into memory is a MemoryError at once
#
# CPython works on `10**10**10` until memory or patience is out, so it has no output here. Moray estimates the size of the result first and refuses what is beyond its limit.
exponent = 10**10
try:
    10**exponent
except MemoryError as error:
    print("MemoryError")
