# Augmented assignment: in-place methods first, the target is evaluated once.
def once(x):
    print("once", x)
    return x

x = 10
x += 3; print(x)
x -= 1; print(x)
x *= 4; print(x)
x //= 5; print(x)
x **= 2; print(x)
x %= 7; print(x)
x <<= 3; print(x)
x >>= 1; print(x)
x |= 9; print(x)
x &= 14; print(x)
x ^= 5; print(x)
x /= 4; print(x)
lst = [1]
alias = lst
lst += (2, 3)
lst *= 2
print(alias, alias is lst)
lst = lst + [9]
print(alias is lst)
d = {"k": [1]}
d[once("k")] += [2]
print(d)
t = ([1], 2)
try:
    t[0] += [5]
except TypeError as e:
    print(e, t)

class Acc:
    def __init__(self):
        self.log = []
    def __iadd__(self, other):
        self.log.append(other)
        return self
    def __imatmul__(self, other):
        return "replaced by %r" % other

acc = Acc()
acc += 1
acc += "two"
print(acc.log)
acc @= 3
print(acc)
s = "ab"
s += "cd"
s *= 2
print(s)
n = None
try:
    n += 1
except TypeError as e:
    print(e)
try:
    undefined_name += 1
except NameError as e:
    print(e)
def f():
    try:
        x += 1
    except UnboundLocalError as e:
        print(e)
f()
