# What pickling and copying keep of exceptions with keyword arguments, and what a second __init__ takes away.
import copy
import pickle

for error in (AttributeError("foo", name="n", obj=3), ImportError("a", name="n", path="p"), ModuleNotFoundError("b"), NameError("c", name="n"),
              ImportError("d", name="m", path="p", name_from="x"), OSError(2, "gone", "file")):
    error.extra = [1]
    print(error.__reduce__())
    again = pickle.loads(pickle.dumps(error))
    print(repr(again), *(getattr(again, n, "-") for n in ("name", "path", "obj", "filename", "extra")))
    twin = copy.copy(error)
    print(type(twin) is type(error), twin.args, getattr(twin, "name", "-"), twin.extra is error.extra)
error = ImportError("test", name="somename", path="somepath")
error.__init__()
print(error.msg, error.name, error.path, error.args)
error = AttributeError("x", name="y", obj=1)
error.__init__("z")
print(error, error.name, error.obj)
group = ExceptionGroup("g", [ValueError(1), TypeError(2)])
for notes in (3, ["a note"], ("x",), "text"):
    group.__notes__ = notes
    match, rest = group.split(ValueError)
    print(getattr(match, "__notes__", None), getattr(rest, "__notes__", None))
