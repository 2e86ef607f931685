import warnings
warnings.simplefilter("error")
def f(): warnings.warn("lvl2")
f()
