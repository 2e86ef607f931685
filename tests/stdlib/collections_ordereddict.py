# OrderedDict: order, comparison, merging.
from collections import *

o = OrderedDict([('a', 1), ('b', 2), ('c', 3)])
print(o)
o.move_to_end('a')
print(o, o.keys(), o.values(), o.items())
o.move_to_end('a', False)
print(o, list(reversed(o)), list(reversed(o.items())))
print(o.popitem(), o.popitem(False), o, o == OrderedDict(b=2), o == {'b': 2}, OrderedDict())
print(OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1) | {'b': 3}, {'q': 1} | OrderedDict(a=1))
