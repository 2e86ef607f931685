# A tokenizer and a recursive descent calculator with variables and errors.
class CalcError(Exception): pass
def tokens(text):
    i = 0
    while i < len(text):
        c = text[i]
        if c.isspace(): i += 1
        elif c.isdigit() or c == ".":
            j = i
            while j < len(text) and (text[j].isdigit() or text[j] == "."): j += 1
            yield "num", float(text[i:j]) if "." in text[i:j] else int(text[i:j]); i = j
        elif c.isalpha():
            j = i
            while j < len(text) and text[j].isalnum(): j += 1
            yield "name", text[i:j]; i = j
        elif c in "+-*/^()=,": yield "op", c; i += 1
        else: raise CalcError(f"unexpected {c!r} at {i}")
    yield "end", None
class Parser:
    funcs = {"max": max, "min": min, "abs": abs, "sum": lambda *a: sum(a)}
    def __init__(self): self.vars = {"pi": 3.14159}
    def run(self, text):
        self.toks = list(tokens(text)); self.i = 0
        if len(self.toks) > 2 and self.toks[0][0] == "name" and self.toks[1] == ("op", "="):
            name = self.toks[0][1]; self.i = 2; v = self.vars[name] = self.expr()
        else: v = self.expr()
        if self.toks[self.i][0] != "end": raise CalcError(f"trailing {self.toks[self.i][1]!r}")
        return v
    def take(self, *ops):
        k, v = self.toks[self.i]
        if k == "op" and v in ops: self.i += 1; return v
    def binary(self, sub, ops):
        left = sub()
        while op := self.take(*ops): left = ops[op](left, sub())
        return left
    def expr(self): return self.binary(self.term, {"+": lambda a, b: a + b, "-": lambda a, b: a - b})
    def term(self): return self.binary(self.factor, {"*": lambda a, b: a * b, "/": lambda a, b: a / b})
    def factor(self):
        if self.take("-"): return -self.factor()
        base = self.atom()
        return base ** self.factor() if self.take("^") else base
    def atom(self):
        kind, v = self.toks[self.i]; self.i += 1
        if kind == "num": return v
        if kind == "name":
            if self.take("("):
                args = [self.expr()]
                while self.take(","): args.append(self.expr())
                if not self.take(")"): raise CalcError("missing )")
                return self.funcs[v](*args)
            try: return self.vars[v]
            except KeyError: raise CalcError(f"unknown name {v}") from None
        if (kind, v) == ("op", "("):
            x = self.expr()
            if not self.take(")"): raise CalcError("missing )")
            return x
        raise CalcError(f"unexpected {v!r}")
p = Parser()
for line in ["1 + 2 * 3", "(1 + 2) * 3", "-2 ^ 2", "2 ^ 3 ^ 2", "x = 10 / 4", "x * 2 + pi", "max(1, x, 2)", "sum(1, 2, 3) - abs(-4)", "1 +",
        "(1", "y", "2 $ 3", "1 2", "1 / 0", "nope(1)", ""]:
    try: print(f"{line!r:>26} = {p.run(line)}")
    except (CalcError, ZeroDivisionError, KeyError) as e: print(f"{line!r:>26} ! {type(e).__name__}: {e}")
