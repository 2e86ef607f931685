class Managed:
    def __init__(self, name): self.name = name
    def __enter__(self): return self
    def __exit__(self, t, v, tb): print("closing", self.name, t.__name__)
def process(m): return m.name + m.size
with Managed("a") as a:
    with Managed("b") as b:
        process(b)
