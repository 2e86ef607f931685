def check(v): raise ValueError(f"bad {v}")
for v in [1, 2]:
    ok = True if v == 1 else check(v)
