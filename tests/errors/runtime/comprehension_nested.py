r = [[int(c) for c in row] for row in ["12", "3x"]]
