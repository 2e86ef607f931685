import gc
class D:
    def __init__(self): self.me = self
    def __del__(self): raise ValueError("in del")
def make(): D()
make(); gc.collect()
try: 1 / 0
except ZeroDivisionError: print("survived")
print("end")
