exec(compile("def f():\n    return nope\nf()", "virtual.py", "exec"))
