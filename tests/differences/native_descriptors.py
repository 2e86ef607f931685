# Fewer kinds of native callables
#
# CPython has a descriptor type for each way in which a C function may sit in a class: slot wrappers, method wrappers, class method descriptors. In Moray all are
# `method_descriptor` in the class and `builtin_function_or_method` when bound, whatever their repr says. They are called and bound in the same way.
print(type(list.append).__name__, type([].append).__name__)
print(type(int.__add__).__name__, type((1).__add__).__name__)
print(type(dict.__dict__["fromkeys"]).__name__)
