class Version:
    def __init__(self, text): self.parts = text.split(".")
    def __lt__(self, other): return [int(p) for p in self.parts] < [int(p) for p in other.parts]
print(max([Version("1.2"), Version("1.x")]).parts)
