def f(*args): return args
f(1, *5)
