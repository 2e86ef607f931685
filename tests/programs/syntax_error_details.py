# A checker for lines of code that somebody typed: what compile() says, and where.
LINES = ["1 +", "1 + ", "1 +\n", "(1", "1 + # more", "f(", "a b", "lambda:", "x = 1", "not", "1 if 2", "1 if 2 else", "'abc", "print 'hi'", "if x\n  pass",
         "for i in range(3) print(i)", "def f(:\n  pass", "while True\n", "return 5", "x == 1 = y", "5 = x", "import", "f(a=1, 2)", "{1: 2, 3}", "a = [1, 2", "else:", "x = )"]


def check(text, mode):
    try:
        compile(text, "<line>", mode)
    except SyntaxError as error:
        where = f"{error.lineno}:{error.offset}-{error.end_lineno}:{error.end_offset}"
        return f"{type(error).__name__}: {error.msg} [{where}] {error.text!r}"
    return "fine"


for line in LINES:
    print(repr(line))
    results = {mode: check(line, mode) for mode in ("exec", "eval")}
    for mode, result in results.items():
        print(f"  {mode:<6}{result}")
