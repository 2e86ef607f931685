x = 5
assert (x > 3 and
        x > 7), "multi-line"
