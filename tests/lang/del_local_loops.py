# Loop variables, deletions and rebinding during loops; else clauses after exceptions.
for i in range(3):
    del i
print("i" in globals())
n = 3
for _ in range(n):
    n += 10
print(n)
lst = [1, 2, 3]
for x in lst:
    if x < 10: lst.append(x + 10)
print(lst)
d = {"a": 1}
for k in list(d):
    d[k + "2"] = 2
print(d)
def f():
    for i in range(2):
        for i in "ab": pass
        print(i)
f()
for i, j in enumerate(range(3)):
    if j == 1: break
print(i, j)
it = iter(range(5))
for a in it:
    for b in it:
        if b > a + 1: break
    print(a, b)
while True:
    try: raise ValueError
    except ValueError: break
    else: print("no")
else: print("no else")
for t in ((1, [2, 3]), (4, [5, 6])):
    a, [b, c] = t
    print(a + b + c)
for a.x in []: pass
class Box: pass
box = Box()
for box.v in range(3): pass
arr = [0] * 3
for arr[box.v] in "xyz": pass
print(box.v, arr)
for x in (y for y in range(3)): pass
print(x)
for x, in [(1,), [2]]: print(x)
for [a, (b, *c)] in [[1, (2, 3, 4)]]: print(a, b, c)
for x in *[1, 2], 3: print(x, end=" ")
print()
for x in 1, 2: print(x, end=" ")
print()
r = range(10 ** 12)
for x in r:
    if x == 3: break
print(x, len(r), r[-1])
total = 0
for i in range(10, 0, -3): total = total * 10 + i
print(total)
for i in range(2 ** 62, 2 ** 62 + 2): print(i)
for i in range(2 ** 70, 2 ** 70 + 3, 2): print(i)
def early():
    for i in range(10):
        try:
            if i == 2: return i
        finally: print("f", i)
print(early())
