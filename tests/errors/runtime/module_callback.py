from _helper import call
def cb(x): return x.nope
call(lambda y: cb(y), 5)
