# How many blocks may be open at once, and which constructs count.
def nest(head, n, tail=None, pre="", inner="pass"):
    lines = [pre] if pre else []
    for i in range(n):
        lines.append(" " * i + head)
    lines.append(" " * n + inner)
    if tail:
        for i in reversed(range(n)):
            for t in tail:
                lines.append(" " * i + t)
    return "\n".join(lines) + "\n"

kinds = {
    "while": ("while x:", None, ""),
    "for": ("for x in y:", None, ""),
    "with": ("with x:", None, ""),
    "if": ("if x:", None, ""),
    "try-except": ("try:", ["except: pass"], ""),
    "try-typed": ("try:", ["except E as e: pass"], ""),
    "try-finally": ("try:", ["finally: pass"], ""),
    "try-both": ("try:", ["except: pass", "finally: pass"], ""),
    "try-star": ("try:", ["except* E: pass"], ""),
}
for name, (head, tail, pre) in kinds.items():
    for n in range(5, 24):
        text = nest(head, n, tail, pre)
        try:
            compile(text, "f", "exec")
        except SyntaxError as e:
            print(name, n, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset, repr(e.text))
            break
    else:
        print(name, "fits")

def handlers(clause, n):
    lines = []
    for i in range(n):
        lines += [" " * i + "try: pass", " " * i + clause]
    lines.append(" " * n + "pass")
    return "\n".join(lines) + "\n"

for clause in ("except:", "except E:", "except E as e:", "except* E:", "except* E as e:", "else_"):
    for n in range(5, 24):
        if clause == "else_":
            text = "\n".join(sum([[" " * i + "try: pass", " " * i + "except: pass", " " * i + "else:"] for i in range(n)], []) + [" " * n + "pass\n"])
        else:
            text = handlers(clause, n)
        try:
            compile(text, "f", "exec")
        except SyntaxError as e:
            print(clause, n, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset)
            break
    else:
        print(clause, "fits")
for pre in ("async def f():\n", "def f():\n", "def f():\n yield\n", "class A:\n"):
  for head in ("for x in y:", "async for x in y:"):
    for n in range(5, 24):
        text = pre + "\n".join(" " + line for line in nest(head, n).splitlines()) + "\n"
        try:
            compile(text, "f", "exec")
        except SyntaxError as e:
            print(repr(pre), head, n, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset)
            break
    else:
        print(repr(pre), head, "fits")
for n in range(5, 24):
    text = "with " + ", ".join("a%d" % i for i in range(n)) + ": pass\n"
    try: compile(text, "f", "exec")
    except SyntaxError as e: print("with items", n, e.msg, e.lineno, e.offset); break
