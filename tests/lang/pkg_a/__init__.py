"""Package for import tests."""
print("pkg_a runs")
value = 10
def func(): return "pkg_a.func"
def __getattr__(name):
    if name == "lazy_attr":
        return "made lazily"
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
