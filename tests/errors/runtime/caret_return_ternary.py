def f(flag): return 1 if flag else missing_name + 2
f(False)
