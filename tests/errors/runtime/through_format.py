class Money:
    def __init__(self, n): self.n = n
    def __format__(self, spec): return f"{self.n:{spec}} EUR"
print(f"{Money(5):>5}")
print("{:q}".format(Money(5)))
