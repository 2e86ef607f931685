if (n := int("12x")) > 5:
    print(n)
