# return, break and continue through finally clauses.
def a():
    try:
        return "try"
    finally:
        print("fin a")
def b():
    try:
        return "try"
    finally:
        return "finally"
def c():
    try:
        1 / 0
    finally:
        return "swallowed"
def d():
    for i in range(5):
        try:
            if i == 1: continue
            if i == 3: break
            print("body", i)
        finally:
            print("fin", i)
    return "done"
def e():
    while True:
        try:
            return "r"
        finally:
            break
    return "after break"
def f():
    for i in range(2):
        try:
            return i
        finally:
            continue
    return "after continue"
def g():
    try:
        try:
            return print("value computed")
        finally:
            print("inner fin")
    finally:
        print("outer fin")
def h():
    x = 1
    try:
        return x
    finally:
        x = 2
def i():
    lst = []
    try:
        return lst
    finally:
        lst.append("late")
def j():
    try:
        raise ValueError
    except ValueError:
        return "from except"
    else:
        return "no"
    finally:
        print("fin j")
def k():
    for x in range(3):
        for y in range(3):
            try:
                if y == 1: break
                yield x, y
            finally:
                yield "fin"
def l():
    try:
        try:
            raise KeyError(1)
        finally:
            raise ValueError(2)
    except ValueError as e:
        return repr(e), repr(e.__context__)
for fn in (a, b, c, d, e, f, g, h, i, j, l):
    print(fn.__name__, "->", fn())
print(list(k()))
