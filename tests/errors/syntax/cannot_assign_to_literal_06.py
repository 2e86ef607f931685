with open('x') as f, open('y') as 3:
    pass
