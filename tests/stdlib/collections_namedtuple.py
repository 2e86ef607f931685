# Named tuples: methods and attributes.
from collections import *

P = namedtuple('P', 'x y')
p = P(1, y=2)
print(p, p._asdict(), p._replace(x=5), P._make([3, 4]), P.__doc__, P.x.__doc__, P._fields)
