with open("no such file.txt") as f:
    print(f.read())
