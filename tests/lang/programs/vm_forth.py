# test: heavy
# A small Forth: parsing, a stack machine, user words, loops and error reports.
class ForthError(Exception): pass
class Forth:
    def __init__(self):
        self.stack, self.words, self.out = [], {}, []
        arith = {"+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b, "/": lambda a, b: a // b, "mod": lambda a,
            b: a % b, "=": lambda a, b: -(a == b), "<": lambda a, b: -(a < b), "max": max, "min": min}
        self.prims = {n: (lambda f=f: self.binary(f)) for n, f in arith.items()}
        self.prims |= {"dup": lambda: self.stack.append(self.peek()), "drop": self.pop, "swap": self.swap,
            "over": lambda: self.stack.append(self.stack[-2]), ".": lambda: self.out.append(str(self.pop())),
            "rot": lambda: self.stack.append(self.stack.pop(-3)), "emit": lambda: self.out.append(chr(self.pop()))}
    def pop(self):
        if not self.stack: raise ForthError("stack underflow")
        return self.stack.pop()
    def peek(self): x = self.pop(); self.stack.append(x); return x
    def swap(self): b, a = self.pop(), self.pop(); self.stack += [b, a]
    def binary(self, f): b, a = self.pop(), self.pop(); self.stack.append(f(a, b))
    def run(self, source):
        self.out.clear(); self.execute(self.parse(iter(source.lower().split()))); return " ".join(self.out)
    def parse(self, toks, until=()):
        prog = []
        for t in toks:
            if t in until: return prog, t
            match t:
                case ":": name = next(toks); body, _ = self.parse(toks, (";",)); self.words[name] = body
                case "if":
                    yes, end = self.parse(toks, ("else", "then")); no = self.parse(toks, ("then",))[0] if end == "else" else []
                    prog.append(("if", yes, no))
                case "do": prog.append(("do", self.parse(toks, ("loop",))[0]))
                case "begin": prog.append(("begin", self.parse(toks, ("until",))[0]))
                case _ if t.lstrip("-").isdigit(): prog.append(int(t))
                case _: prog.append(t)
        if until: raise ForthError(f"expected {' or '.join(until)}")
        return prog
    def execute(self, prog, i=None):
        for op in prog:
            match op:
                case int(n): self.stack.append(n)
                case ("if", yes, no): self.execute(yes if self.pop() else no, i)
                case ("do", body):
                    start, limit = self.pop(), self.pop()
                    for k in range(start, limit): self.execute(body, k)
                case ("begin", body):
                    while True:
                        self.execute(body, i)
                        if self.pop(): break
                case "i" if i is not None: self.stack.append(i)
                case str(w) if w in self.words: self.execute(self.words[w], i)
                case str(w) if w in self.prims: self.prims[w]()
                case w: raise ForthError(f"unknown word {w!r}")
f = Forth()
for line in ["1 2 + .", ": square dup * ; 7 square .", "5 0 do i . loop", ": fact dup 2 < if drop 1 else dup 1 - fact * then ; 20 fact .",
        "10 begin dup . 1 - dup 0 = until drop", ": fib dup 2 < if else dup 1 - fib swap 2 - fib + then ; 15 fib .", "72 emit 105 emit",
        "3 0 do 2 0 do i . loop loop", "+", "1 0 /", "bogus", ": x 1 2", "1 2 3 rot . . .", "if"]:
    try: print(f"{line:<60} -> {f.run(line)}")
    except (ForthError, ZeroDivisionError) as e: print(f"{line:<60} !! {type(e).__name__} {e}"); f.stack.clear()
