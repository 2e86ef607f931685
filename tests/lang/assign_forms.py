# Assignment targets of every kind, and the order in which their parts are evaluated.
def say(x):
    print("eval", x)
    return x

a = b = c = [1]
b.append(2)
print(a, c is a)
d = {}
d[say("key")] = say("value")
print(d)

class Box:
    pass

box = Box()
box.x, box.y = 1, 2
print(box.x, box.y)
lst = list(range(6))
lst[say(1)], lst[say(2)] = say(10), say(20)
print(lst)
lst[1:3] = "ab"
lst[::2] = [7, 8, 9]
print(lst)
i = 0
i, lst[i] = 3, "moved"
print(i, lst)
(p, q), [r, (s,)] = (1, 2), [3, [4]]
print(p, q, r, s)
x: int = 5
y: "forward"
print(x, __annotations__)
box.z: int = 3
print(box.z)
lst[0]: str
print(lst[0])
[] = ()
() = ""
m = n, = (1,)
print(m, n)
a, b = b, a
swap = [1, 2, 3]
swap[0], swap[1], swap[2] = swap[2], swap[0], swap[1]
print(swap)
