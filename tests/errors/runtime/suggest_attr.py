class Point:
    def __init__(self): self.position = 1
    def distance(self): return 0
Point().distanec()
