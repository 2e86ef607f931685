# ChainMap: lookups, views and errors.
from collections import *

m = ChainMap({'a': 1}, {'a': 2, 'b': 3})
print(m, m['b'], list(m), len(m), m.new_child(), m.parents, 'b' in m, dict(m))
try:
    m['zz']
except KeyError as e:
    print(e)
try:
    del m['b']
except KeyError as e:
    print(e)
