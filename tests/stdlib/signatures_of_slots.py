# What inspect tells of the constructors and calls of native classes, and that each of them has a docstring.
import collections
import functools
import inspect
import io
import operator
import weakref


class Whole(int):
    pass


class Items(list):
    pass


for function in (int.__new__, list.__init__, dict.__init__, object.__new__, object.__init__, type.__call__, operator.itemgetter.__call__,
                 operator.itemgetter(1).__call__, io.BytesIO.__init__, Exception.__init__, ValueError.__new__, collections.deque.__init__, [].__init__,
                 functools.partial(int).__call__, weakref.ref.__call__, Whole.__new__, Items.__init__):
    print(inspect.signature(function), function.__text_signature__, bool(function.__doc__))
for cls in (operator.itemgetter, operator.attrgetter, operator.methodcaller, Items, list, io.BytesIO, property, enumerate):
    print(cls.__name__, inspect.signature(cls), isinstance(cls.__doc__, str) or cls is Items)
print([type(cls.__doc__).__name__ for cls in (type, property, type(lambda: 0), type([].append), int)])


class Named(property):
    "a property with a docstring of its own"


class Unnamed(property):
    pass


print(Named.__doc__, Unnamed.__doc__, Named(lambda self: 1, doc="given").__doc__, property(lambda self: 1).__doc__)
