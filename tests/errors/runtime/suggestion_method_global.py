class A:
    bc = 1
    def f(self): return bc
A().f()
