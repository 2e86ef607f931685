# if/elif/else, while and for with break, continue and else.
def classify(n):
    if n < 0:
        return "neg"
    elif n == 0:
        return "zero"
    elif n < 10:
        return "small"
    else:
        return "big"
print([classify(n) for n in (-1, 0, 5, 50)])
n = 0
while n < 10:
    n += 1
    if n == 3:
        continue
    if n == 6:
        break
    print(n, end=" ")
else:
    print("not reached")
print()
while n:
    n -= 1
else:
    print("while else", n)
for i in range(3):
    for j in range(3):
        if j == 2:
            break
        if i == 1:
            continue
        print((i, j), end=" ")
    else:
        print("inner else")
else:
    print("outer else")
for i in []:
    pass
else:
    print("empty else", i)
for x, (y, z) in [(1, (2, 3)), (4, "ab")]:
    print(x, y, z)
lst = [0, 0]
for lst[0] in range(3):
    print(lst)
class A: pass
for A.attr in "xy":
    print(A.attr)
for i in range(3):
    i = 10 * i
    print(i, end=" ")
print(i)
for k in (d := {"a": 1, "b": 2}):
    print(k, d[k])
try:
    for i in 5: pass
except TypeError as e:
    print(e)
def find(seq, what):
    for i, x in enumerate(seq):
        if x == what: return i
    else:
        return None
print(find("abc", "b"), find("abc", "z"))
while True:
    try:
        break
    finally:
        print("finally on break")
for i in range(2):
    try:
        continue
    finally:
        print("finally on continue", i)
