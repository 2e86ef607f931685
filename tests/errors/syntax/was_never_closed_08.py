while True:
    print("a"
    x = 1
