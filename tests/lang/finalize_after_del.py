import gc
class R:
    def __del__(self): print("del", self.n)
r = R(); r.n = 1; del r; gc.collect(); print("a")
r = R(); r.n = 2
del r
gc.collect()
print("b")
def f():
    r = R(); r.n = 3
f()
gc.collect()
print("c")
r = R()
r.n = 4
r = None
gc.collect()
print("d")
x = R(); x.n = 6; y = x; del x; gc.collect(); print("g"); del y; gc.collect(); print("h")
a = R(); b = R(); a.b = b; b.a = a; a.n = "a"; b.n = "b"; del a, b; gc.collect(); print("i")
class Z:
    def __del__(self):
        global keep
        keep = self
        print("zdel")
r = Z(); del r; gc.collect()
print(type(keep).__name__)
