# The text of a SyntaxError in backslash-joined lines of a string: from the first of them to the one that it is about.
sources = ("x = 1 + \\\n  2 +\n", "x = \\\n  (1 2)\n", "if x \\\n   pass\n", "f(1, \\\n  2 3)", "y = 1\nx = 5 \\\n   5\n", "for x in \\\n   y z:\n pass",
  "x = 5 5 \\\n + 2\n", "x = 1 \\\n + 2 \\\n + 3 4 \\\n + 5\nz = 2\n", "a = (1, \\\n 2,\n 3 4)\n", "a = 'x\\\ny' 5\n", "a = '''\\\n''' 5\n", "x = 1 # \\\ny = 2 3\n", "def f():\n    x = 1 + \\\n        2 2\n", "x = 1 \\\n + $\n", "return \\\n 5\n", "f(x for x in \\\n y, 1)\n", "x = 1 \\\n\ny = 5 5\n", "(a \\\n + 1) = 5\n", "x = [1, \\\n 2\n")
for source in sources:
    try:
        compile(source, "<text>", "exec")
        print("fine", repr(source))
    except SyntaxError as e:
        print(repr(source), "|", e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset, repr(e.text))
