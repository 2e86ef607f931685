class Key:
    def __init__(self, *parts): self.parts = parts
    def __hash__(self): return hash(self.parts)
d = {Key(1, 2): "fine"}
d[Key(1, [2])] = "not hashable"
