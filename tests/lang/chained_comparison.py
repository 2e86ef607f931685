# Chains evaluate each operand once and stop at the first false.
def v(x):
    print("v", x, end=" ")
    return x

print(v(1) < v(2) < v(3))
print(v(3) < v(2) < v(1))
print(v(1) < v(2) > v(0) != v(5))
print(1 < 2 < 3 < 4, 1 < 2 < 2, 1 == 1.0 == True)
print(1 in [1] == True, (1 in [1]) == True)
print(None is None is None, "a" in "abc" in ["abc"])
print(not 1 < 2 < 3, 5 not in [1] not in [2])

class T:
    def __init__(self, n): self.n = n
    def __lt__(self, o): return "lt" + str(self.n)
    def __gt__(self, o): return ""
print(T(1) < T(2) < T(3))
print(repr(T(1) > T(2) > T(3)))
x = 5
print(0 <= x < 10, 0 <= x < 3, x == 5 == x)
try:
    print(1 < 2 < "a")
except TypeError as e:
    print(e)
print(2 < 1 < "a")
for op in ["<", "<=", ">", ">="]:
    try:
        eval(f"1 {op} None")
    except TypeError as e:
        print(e)
print(1 == None, 1 != None, [] == (), (1, 2) < (1, 2, 0), [1, "a"] == [1, "b"])
try:
    print([1, "a"] < [1, 2])
except TypeError as e:
    print(e)
nan = float("nan")
print(nan == nan, nan in [nan], [nan] == [nan], nan < 1 > nan)
