if x:
    # comment only
y = 1
