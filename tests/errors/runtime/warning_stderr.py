import warnings
def old(): warnings.warn("old() will go away", DeprecationWarning, stacklevel=2)
warnings.warn("careful")
old()
for _ in range(2): warnings.warn("repeated", RuntimeWarning)
raise SystemExit(0)
