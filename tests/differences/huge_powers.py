# A result that could not fit into memory is a MemoryError at once
#
# CPython works on `10**10**10` until memory or patience is out. Moray estimates the size of the result first and refuses what is beyond its limit.
for what in "10**10**10", "1 << 10**13":
    try:
        eval(what)
    except (MemoryError, OverflowError) as error:
        print(what, "->", type(error).__name__)
