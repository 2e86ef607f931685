# Finalizers that bring objects back, many times over, with weak references watching.
import gc, weakref
saved, calls = [], []
class Z:
    def __del__(self): calls.append(1); saved.append(self)
for i in range(100): Z()
gc.collect(); first = len(saved)
refs = [weakref.ref(z) for z in saved]
saved.clear(); gc.collect(); gc.collect()
print(first, len(calls), len(saved))
class Ring:
    def __init__(self): self.me = self
    def __del__(self): Ring.last = self
Ring(); gc.collect(); print(Ring.last.me is Ring.last); del Ring.last; gc.collect()
print("done")
