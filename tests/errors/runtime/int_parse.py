numbers = [int(s) for s in "1,2,three".split(",")]
