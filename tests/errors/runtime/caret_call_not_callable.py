x = {"fn": 5}
value = 1 + x["fn"](1, 2)
