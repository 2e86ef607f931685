# A calculator: tokens by regular expression, a Pratt parser, variables, functions and errors with a caret.
import math
import operator
import re
from typing import Callable, NamedTuple


class Token(NamedTuple):
    kind: str
    text: str
    at: int


class CalcError(Exception):
    def __init__(self, message, at):
        super().__init__(message)
        self.at = at

    def show(self, line):
        return f"{line}\n{' ' * self.at}^\n{type(self).__name__}: {self}"


class LexError(CalcError): pass
class ParseError(CalcError): pass
class EvalError(CalcError): pass


SPEC = [("NUMBER", r"\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+"), ("NAME", r"[A-Za-z_]\w*"), ("OP", r"\*\*|//|[-+*/%^(),=!]"), ("SKIP", r"\s+"), ("BAD", r".")]
MASTER = re.compile("|".join(f"(?P<{kind}>{rule})" for kind, rule in SPEC))


def tokenize(line):
    for m in MASTER.finditer(line):
        match m.lastgroup:
            case "SKIP":
                continue
            case "BAD":
                raise LexError(f"unexpected {m[0]!r}", m.start())
            case kind:
                yield Token(kind, m[0], m.start())
    yield Token("END", "", len(line))


BINARY: dict[str, tuple[int, bool, Callable]] = {
    "+": (10, False, operator.add), "-": (10, False, operator.sub), "*": (20, False, operator.mul), "/": (20, False, operator.truediv),
    "//": (20, False, operator.floordiv), "%": (20, False, operator.mod), "^": (40, True, operator.pow), "**": (40, True, operator.pow)}


class Calculator:
    functions = {"sqrt": math.sqrt, "max": max, "min": min, "sin": math.sin, "gcd": math.gcd, "hypot": math.hypot}

    def __init__(self):
        self.names = {"pi": math.pi, "e": math.e}

    def run(self, line):
        self.tokens = list(tokenize(line))
        self.pos = 0
        value = self.expression(0)
        self.expect("END")
        self.names["_"] = value
        return value

    @property
    def now(self):
        return self.tokens[self.pos]

    def take(self):
        token = self.now
        self.pos += 1
        return token

    def expect(self, kind, text=None):
        token = self.take()
        if token.kind != kind or (text and token.text != text):
            raise ParseError(f"expected {text or kind.lower()}, found {token.text or 'the end'}", token.at)
        return token

    def expression(self, power):
        left = self.prefix()
        while True:
            op = self.now
            if op.text == "!":
                self.take()
                left = self.guard(op, math.factorial, left)
                continue
            if op.text not in BINARY:
                return left
            bind, right_first, function = BINARY[op.text]
            if bind < power:
                return left
            self.take()
            left = self.guard(op, function, left, self.expression(bind if right_first else bind + 1))

    def guard(self, token, function, *args):
        try:
            return function(*args)
        except (ArithmeticError, ValueError, TypeError) as error:
            raise EvalError(str(error), token.at) from error

    def prefix(self):
        token = self.take()
        match token:
            case Token("NUMBER", text):
                return float(text) if set(text) & set(".eE") else int(text)
            case Token("OP", "-"):
                return -self.expression(30)
            case Token("OP", "("):
                value = self.expression(0)
                self.expect("OP", ")")
                return value
            case Token("NAME", name) if self.now.text == "=":
                self.take()
                self.names[name] = self.expression(0)
                return self.names[name]
            case Token("NAME", name) if self.now.text == "(":
                return self.call(token)
            case Token("NAME", name):
                if name not in self.names:
                    raise EvalError(f"unknown name {name}", token.at)
                return self.names[name]
        raise ParseError(f"unexpected {token.text or 'end'}", token.at)

    def call(self, token):
        self.take()
        args = []
        while self.now.text != ")":
            args.append(self.expression(0))
            if self.now.text != ",":
                break
            self.take()
        self.expect("OP", ")")
        if token.text not in self.functions:
            raise EvalError(f"unknown function {token.text}", token.at)
        return self.guard(token, self.functions[token.text], *args)


calc = Calculator()
for line in """1 + 2 * 3
(1 + 2) * 3
2 ** 3 ** 2
-2 ^ 2
10 / 4
7 // 2 % 2
x = y = 4
x * y!
max(3, x, 2.5)
sqrt(2) * sqrt(2)
hypot(3, 4) + gcd(12, 18)
1e3 + .5
_ + 1
5 / (x - y)
2 +
3 $ 4
(1, 2)
foo(1)
bar
sqrt(-1)
3.5!
max()""".splitlines():
    try:
        print(f"{line:<28} = {calc.run(line)!r}")
    except CalcError as error:
        print(error.show(line))
        if error.__cause__:
            print("  because:", repr(error.__cause__))
