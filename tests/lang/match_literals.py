# match: literals, captures, wildcards, or-patterns, guards, value patterns.
class Color:
    RED = 1
    GREEN = "g"
def m(x):
    match x:
        case 0: return "zero"
        case -1: return "minus one"
        case 1.5: return "float"
        case 2 + 3j: return "complex"
        case "a" | "b": return "a or b"
        case b"raw": return "bytes"
        case None: return "none"
        case True: return "true"
        case False: return "false"
        case Color.GREEN: return "green"
        case "long" "er": return "joined"
        case int() as n if n > 100: return f"big {n}"
        case str(s) if s.isdigit(): return "digits " + s
        case other: return f"other {other!r}"
for x in [0, 0.0, -1, 1.5, 2 + 3j, "a", "b", "c", b"raw", None, True, False, 1, "g", "longer", 500, 50, "77", [1]]:
    print(repr(x), "->", m(x))
match 5:
    case 1: print("no")
    case _ if False: print("guard")
print("fell through")
match (y := 3) + 1:
    case 4: print("expr subject", y)
match 1, 2:
    case a, b: print("tuple subject", a, b)
match 1,:
    case (x,): print("one", x)
match [1]:
    case [x] if (z := x * 2) == 2: print("guard walrus", z)
def order(v):
    match v:
        case x if print("guard 1", x): pass
        case x if print("guard 2", x) is None: return "second"
print(order(1))
match = 5; case = 6; _ = 7; type = 8
print(match + case + _ + type)
match (match):
    case case: print(case)
match -match:
    case -5: print("neg name subject")
print(match * case)
def once():
    print("subject once"); return 2
match once():
    case 1 | 3: pass
    case 2 | 4: print("hit")
match 3:
    case 1 | 2 | 3 as n: print("as", n)
class Eq:
    def __eq__(self, o): print("eq", o); return o == 2
match Eq():
    case 1: pass
    case 2: print("eq matched")
