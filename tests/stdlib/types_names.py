# The types that the module names, from live objects.
import types

for name in sorted(types.__all__):
    thing = getattr(types, name)
    print(name, thing.__name__ if isinstance(thing, type) else type(thing).__name__)
print(types.FunctionType is types.LambdaType, types.SimpleNamespace(a=1, b=[2]))
