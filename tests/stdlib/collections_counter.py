# Counter: counting and multiset operations.
from collections import *

c = Counter('abracadabra')
print(c, c.most_common(2), sorted(c.elements()), c['z'], c.total(), c - Counter('aab'), c + c, c & Counter('aaz'), c | Counter('zz'), -c, +c)
c.subtract('aaaaaaa')
print(c, Counter(a=1) < Counter(a=2), Counter(a=0) == Counter())
c.update(x=3)
print(c)
c += Counter('xx')
print(c)
