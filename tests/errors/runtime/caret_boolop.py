def f(x): return x and x.first or x.second
f(5)
