# and/or/not return operands, short-circuit, and honour __bool__ and __len__.
def say(name, value):
    print(name, end=" ")
    return value

print(say("a", 0) and say("b", 1))
print(say("a", 0) or say("b", ""))
print(say("a", 1) and say("b", 2) or say("c", 3))
print(say("a", 0) or say("b", 0) and say("c", 3) or say("d", "end"))
print(not "", not "x", not not [], not None, not 0.0, not -1)
print([] or {} or () or "" or 0 or None)
print(1 and "x" and [0])

class B:
    def __init__(self, b): self.b = b
    def __bool__(self):
        print("bool", end=" ")
        return self.b
class L:
    def __init__(self, n): self.n = n
    def __len__(self):
        return self.n

print(bool(B(True)), bool(B(False)), bool(L(0)), bool(L(3)))
print("yes" if B(True) and L(1) else "no")
print("yes" if B(False) or L(0) else "no")
while B(False):
    print("never")
else:
    print("loop else")
print([x for x in [0, 1, "", "a", None, [], [0]] if x])
print([x for x in range(8) if not x % 2 and x or x == 5])
class Bad:
    def __bool__(self): return 1
for thing in (Bad(), L(-1), L("x")):
    try:
        if thing:
            print("?")
    except Exception as e:
        print(type(e).__name__, e)
print(any(x > 3 for x in range(5)), all(x > 3 for x in range(5)), all([]), any([]))
print(1 if 0 else 2 if 0 else 3)
print((lambda: 1 if [] else (yield))() is not None)
