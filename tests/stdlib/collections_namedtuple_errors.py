# Named tuples: bad names, bad arguments, rename and defaults.
from collections import *

P = namedtuple('P', 'x y')
p = P(1, y=2)
for f in (lambda: P(1), lambda: P(1, 2, 3), lambda: P._make([1]), lambda: p._replace(z=1), lambda: namedtuple('x', 'class'), lambda: namedtuple('x', 'a a'), lambda: namedtuple('x', '_a'), lambda: namedtuple('1x', 'a'), lambda: namedtuple('A', 'a b', defaults=(1, 2, 3))):
    try:
        print(f())
    except Exception as e:
        print(type(e), e)
print(namedtuple('A', 'a class _b a', rename=True)._fields, namedtuple('A', 'a b', defaults=(1,))(5), P.__module__, namedtuple('E', '')())
