def calc(s): return eval(s)
calc("1 + unknown")
