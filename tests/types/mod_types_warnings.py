# warnings: filters, catch_warnings, categories, formatting to a list.
import warnings
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    warnings.warn("plain"); warnings.warn("dep", DeprecationWarning); warnings.warn(RuntimeWarning("inst"))
    warnings.warn("again"); warnings.warn("again")
    print([(str(x.message), x.category.__name__, x.lineno) for x in w], w[0].filename.endswith("mod_types_warnings.py"))
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("default")
    for _ in range(3): warnings.warn("once per place")
    print(len(w))
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("ignore"); warnings.warn("ignored"); print(len(w))
    warnings.simplefilter("once")
    for i in range(2): warnings.warn("once only"); warnings.warn("once only")
    print(len(w))
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try: warnings.warn("raised", UserWarning)
    except UserWarning as e: print(repr(e))
    warnings.filterwarnings("ignore", message="skip.*"); warnings.warn("skip me")
    warnings.filterwarnings("ignore", category=DeprecationWarning); warnings.warn("d", DeprecationWarning)
    try: warnings.warn("not skipped")
    except UserWarning as e: print(e)
def old_api(): warnings.warn("old_api is gone", DeprecationWarning, stacklevel=2)
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always"); old_api(); print(w[0].lineno, w[0].message)
for f in (lambda: warnings.warn("x", 5), lambda: warnings.warn("x", int), lambda: warnings.simplefilter("bad"), lambda: warnings.warn()):
    try: f()
    except Exception as e: print(type(e).__name__, e)
print(warnings.formatwarning("msg", UserWarning, "f.py", 3, "src line"), end="")
class Mine(UserWarning): pass
shown = []
orig = warnings.showwarning
with warnings.catch_warnings():
    warnings.simplefilter("always")
    warnings.showwarning = lambda m, c, f, l, file=None, line=None: shown.append((str(m), c.__name__))
    warnings.warn("custom", Mine); warnings.warn_explicit("explicit", Mine, "file.py", 7)
print(shown, issubclass(Mine, Warning), [c.__name__ for c in (Mine, ResourceWarning, BytesWarning, FutureWarning) if issubclass(c,
    Warning)])
