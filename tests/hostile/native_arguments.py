# Script that a native runs, such as __index__ or a key function, may cause a collection: the arguments that only the call in progress refers to stay.
import gc
class I:
    def __init__(self, n): self.n = n
    def __index__(self):
        junk = [bytes(100) for _ in range(1000)]
        gc.collect()
        junk = [[i] for i in range(1000)]
        return self.n
x = bytearray(30)
x.__setitem__(I(3), int("6" + "5"))
x.__setitem__(slice(I(0), 5), b"abcde" + bytes([1]))
print(x)
l = [1, 2, 3]
l.insert(I(1), "new" + str(len(l)))
l.__setitem__(slice(I(0), I(1)), [str(i) for i in range(3)])
print(l)
print("abc".center(I(10), chr(42)), "x".replace("x", "y" + str(l[0]), I(1)))
print(sorted(["b" + str(i) for i in range(3)], key=lambda v: (gc.collect(), v)[1], reverse=I(1)))
print(max(["b" + str(i) for i in range(3)], key=lambda v: (gc.collect(), [0] * 100, v)[2]))
print(sum(([i] for i in range(3)), [str(1)]))
d = {}
class K(str):
    def __hash__(self):
        I(1).__index__()
        return 7
    def __eq__(self, o): return str.__eq__(self, o)
d.setdefault(K("a" + str(1)), ["v" + str(2)])
d.setdefault(K("b" + str(1)), ["v" + str(3)])
d.__setitem__(K("c" + str(1)), ["v" + str(4)])
print(d, d.pop(K("zz"), "default" + str(1)))
