"""A tokenizer and recursive-descent calculator with errors."""
import re, sys
from collections import namedtuple
Token = namedtuple("Token", "kind value pos")
class ParseError(Exception):
    def __init__(self, message, pos, text):
        super().__init__(message)
        self.pos, self.text = pos, text
    def show(self): return f"{self.args[0]}\n{self.text}\n{' ' * self.pos}^"
SPEC = [("NUM", r"\d+(\.\d*)?"), ("NAME", r"[a-zA-Z_]\w*"), ("OP", r"[-+*/^()=,]"), ("SKIP", r"\s+"), ("BAD", r".")]
RX = re.compile("|".join(f"(?P<{n}>{p})" for n, p in SPEC))
def tokenize(text):
    for m in RX.finditer(text):
        kind = m.lastgroup
        if kind == "SKIP": continue
        if kind == "BAD": raise ParseError(f"unexpected {m.group()!r}", m.start(), text)
        v = m.group()
        yield Token(kind, float(v) if kind == "NUM" else v, m.start())
    yield Token("END", None, len(text))
class Parser:
    def __init__(self, env=None):
        self.env = env if env is not None else {}
    def parse(self, text):
        self.text, self.toks, self.i = text, list(tokenize(text)), 0
        if len(self.toks) > 2 and self.toks[0].kind == "NAME" and self.toks[1].value == "=":
            self.i = 2
            v = self.env[self.toks[0].value] = self.expr()
        else: v = self.expr()
        if self.peek().kind != "END": self.fail("trailing input")
        return v
    def peek(self): return self.toks[self.i]
    def next(self):
        t = self.toks[self.i]; self.i += 1; return t
    def fail(self, msg): raise ParseError(msg, self.peek().pos, self.text)
    def expr(self):
        v = self.term()
        while self.peek().value in ("+", "-"):
            op = self.next().value; r = self.term()
            v = v + r if op == "+" else v - r
        return v
    def term(self):
        v = self.factor()
        while (t := self.peek()).value in ("*", "/"):
            self.next(); r = self.factor()
            if t.value == "/":
                if r == 0: raise ParseError("division by zero", t.pos, self.text)
                v /= r
            else: v *= r
        return v
    def factor(self):
        if self.peek().value == "-": self.next(); return -self.factor()
        b = self.atom()
        if self.peek().value == "^": self.next(); return b ** self.factor()
        return b
    def atom(self):
        match self.peek():
            case Token("NUM", v): self.next(); return v
            case Token("NAME", n):
                self.next()
                if self.peek().value == "(":
                    self.next(); args = [self.expr()]
                    while self.peek().value == ",": self.next(); args.append(self.expr())
                    if self.next().value != ")": self.i -= 1; self.fail("expected )")
                    f = {"max": max, "min": min, "sqrt": lambda x: x ** .5}.get(n)
                    if f is None: self.fail(f"no function {n}")
                    return f(*args)
                try: return self.env[n]
                except KeyError: self.i -= 1; self.fail(f"undefined {n}")
            case Token("OP", "("):
                self.next(); v = self.expr()
                if self.peek().value != ")": self.fail("expected )")
                self.next(); return v
            case t: self.fail(f"unexpected {t.value!r}")
p = Parser({"pi": 3.14159})
for line in ["1+2*3", "2^3^2", "-(4-6)*pi", "x = 5", "x*x/2", "max(1, 2, x)", "1/0", "3 +", "(1+2", "y", "4 $ 4", "sqrt(16) - -2", "foo(1)", "1 2", "min(3"]:
    try: print(line, "=>", p.parse(line))
    except ParseError as e: print(e.show())
