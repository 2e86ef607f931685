# A tokenizer, a recursive descent parser and an evaluator.
from typing import NamedTuple, Iterator
import operator


class Token(NamedTuple):
    kind: str
    text: str
    at: int = 0


class ParseError(SyntaxError):
    pass


def tokenize(text: str) -> Iterator[Token]:
    i = 0
    while i < len(text):
        c = text[i]
        if c.isspace():
            i += 1
            continue
        start = i
        if c.isdigit() or c == ".":
            while i < len(text) and (text[i].isdigit() or text[i] == "."):
                i += 1
            yield Token("number", text[start:i], start)
        elif c.isalpha():
            while i < len(text) and text[i].isalnum():
                i += 1
            yield Token("name", text[start:i], start)
        elif c in "+-*/^()=,":
            i += 1
            yield Token(c, c, start)
        else:
            raise ParseError(f"unexpected {c!r} at {i}")
    yield Token("end", "", len(text))


OPERATORS = {"+": (1, operator.add), "-": (1, operator.sub), "*": (2, operator.mul), "/": (2, operator.truediv), "^": (3, operator.pow)}


class Parser:
    def __init__(self, text, names):
        self.tokens = list(tokenize(text))
        self.at = 0
        self.names = names

    @property
    def token(self):
        return self.tokens[self.at]

    def take(self, kind):
        token = self.token
        if token.kind != kind:
            raise ParseError(f"expected {kind}, got {token.kind} at {token.at}")
        self.at += 1
        return token

    def statement(self):
        if self.token.kind == "name" and self.tokens[self.at + 1].kind == "=":
            name = self.take("name").text
            self.take("=")
            self.names[name] = value = self.expression()
        else:
            value = self.expression()
        self.take("end")
        return value

    def expression(self, level=1):
        left = self.unary()
        while self.token.kind in OPERATORS and OPERATORS[self.token.kind][0] >= level:
            priority, function = OPERATORS[self.token.kind]
            op = self.take(self.token.kind)
            left = function(left, self.expression(priority + (op.kind != "^")))
        return left

    def unary(self):
        if self.token.kind == "-":
            self.take("-")
            return -self.expression(2)
        return self.atom()

    def atom(self):
        match self.token:
            case Token("number", text):
                self.at += 1
                return float(text) if "." in text else int(text)
            case Token("name", name, at):
                self.at += 1
                if name not in self.names:
                    raise ParseError(f"unknown name {name!r} at {at}")
                return self.names[name]
            case Token("("):
                self.take("(")
                value = self.expression()
                self.take(")")
                return value
            case Token(kind, _, at):
                raise ParseError(f"unexpected {kind} at {at}")


names = {"pi": 3.14159}
for line in ("1 + 2 * 3", "(1 + 2) * 3", "2 ^ 3 ^ 2", "-2 ^ 2", "10 / 4 - 1", "x = 6 * 7", "x / 2", "1 - 2 - 3", "pi * 2", "2 +", "(1", "y", "3 $ 4", "1 / 0", "1.2.3", "4 5"):
    try:
        print(f"{line:<12} = {Parser(line, names).statement()}")
    except ParseError as error:
        print(f"{line:<12} ! {error}")
    except (ZeroDivisionError, ValueError) as error:
        print(f"{line:<12} ! {type(error).__name__}: {error}")
print(names, Token("a", "b"), Token("a", "b")._replace(at=9), Token._fields, Token("x", "y") == ("x", "y", 0))
try:
    Token()
except TypeError as error:
    print(error)
try:
    Token("a", "b").kind = 1
except AttributeError as error:
    print(error)
