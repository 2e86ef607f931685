class A:
    def __init__(self): self.value = 5
    def get(self): return value
A().get()
