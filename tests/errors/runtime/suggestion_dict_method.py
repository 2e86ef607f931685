class B:
    def __getattr__(self, n): raise AttributeError(f"no {n}")
B().foo
