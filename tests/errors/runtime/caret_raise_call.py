class MyError(Exception):
    def __init__(self, code): super().__init__(f"code {code}"); self.code = code
def check(x):
    if x > 2: raise MyError(x)
[check(i) for i in range(5)]
