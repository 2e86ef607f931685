# OrderedDict: missing keys and a dict that holds itself.
from collections import *

o = OrderedDict([('a', 1), ('b', 2), ('c', 3)])
for f in (lambda: OrderedDict().popitem(), lambda: OrderedDict().pop('x'), lambda: o.move_to_end('zz')):
    try:
        print(f())
    except Exception as e:
        print(type(e), e)
o['self'] = o
print(o)
