try:
    try:
        (1, 2)[0] = 3
    except TypeError:
        del 'abc'[1 - 1]
except TypeError:
    x = (4, 5)[2]
