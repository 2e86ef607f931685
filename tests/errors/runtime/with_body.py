class CM:
    def __enter__(self): return self
    def __exit__(self, *a): print("exit"); return False
with CM() as a, CM() as b:
    print("body")
    a.nothing
