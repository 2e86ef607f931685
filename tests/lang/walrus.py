# Assignment expressions bind in the enclosing function scope.
if (n := len("hello")) > 3:
    print("long", n)
data = iter([1, 2, 3, 0, 9])
while (v := next(data)) != 0:
    print(v, end=" ")
print(v)
print([y for x in range(5) if (y := x * x) > 3], y)
def f():
    total = 0
    parts = [total := total + i for i in range(5)]
    return total, parts
print(f())
def g():
    global gl
    [gl := i for i in range(3)]
g()
print(gl)
def h():
    c = 0
    def inner():
        nonlocal c
        return [c := c + i for i in range(4)]
    return inner(), c
print(h())
print((a := 1, b := 2), a, b)
print(f"{(q := 5) + 1} {q}")
x = (z := 3) + z
print(x, z)
print(any((hit := w).startswith("c") for w in ["ab", "cd", "ef"]), hit)
def kw(a, b=0): return a, b
print(kw((s := 4), b=(t := 5)), s, t)
lst = [1, 2, 3]
print(lst[(i := 1)], lst[i:= 2])
for source in ["[i := 0 for i in range(3)]", "(a.b := 1)", "x := 1", "class C: [j := i for i in range(2)]", "f(a=b:=1)", "lambda: x := 1",
               "[x for x in (y := [1])]", "(x, y := 1, 2)", "def f(a=(w := 1)): pass", "((a) := 1)"]:
    try:
        compile(source, "<s>", "exec")
        print("ok   ", source)
    except SyntaxError as e:
        print("error", source, "->", e.msg)
