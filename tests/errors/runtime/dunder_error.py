class V:
    def __add__(self, o): return self.value + o
    def __repr__(self): raise RuntimeError("no repr")
print([V() + 1])
