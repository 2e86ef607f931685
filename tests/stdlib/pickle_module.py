# What the module offers.
import pickle

print(sorted(pickle.__all__) == sorted(set(pickle.__all__)), len(pickle.__all__))
print(pickle.format_version, pickle.compatible_formats, pickle.HIGHEST_PROTOCOL, pickle.DEFAULT_PROTOCOL, pickle.bytes_types)
for name in sorted(pickle.__all__):
    v = getattr(pickle, name)
    print(name, v if isinstance(v, bytes) else type(v).__name__)
print(pickle.TRUE, pickle.FALSE, pickle.whichmodule(len, "len"), pickle.whichmodule(pickle.dumps, "dumps"))
print(pickle.dumps.__module__, pickle.Pickler, pickle.Unpickler, pickle.PickleBuffer)
