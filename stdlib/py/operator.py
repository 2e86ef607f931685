"""Python's operators as functions. All of them are native; this gives them their public names."""
from _operator import *

__all__ = ['abs', 'add', 'and_', 'attrgetter', 'call', 'concat', 'contains', 'countOf',
           'delitem', 'eq', 'floordiv', 'ge', 'getitem', 'gt', 'iadd', 'iand',
           'iconcat', 'ifloordiv', 'ilshift', 'imatmul', 'imod', 'imul',
           'index', 'indexOf', 'inv', 'invert', 'ior', 'ipow', 'irshift',
           'is_', 'is_not', 'isub', 'itemgetter', 'itruediv', 'ixor', 'le',
           'length_hint', 'lshift', 'lt', 'matmul', 'methodcaller', 'mod',
           'mul', 'ne', 'neg', 'not_', 'or_', 'pos', 'pow', 'rshift',
           'setitem', 'sub', 'truediv', 'truth', 'xor']

# Each function that is a special method's operation also has that method's name.
_without = ('attrgetter', 'countOf', 'indexOf', 'is_', 'is_not', 'itemgetter', 'length_hint', 'methodcaller', 'truth')
for _name in __all__:
    if _name not in _without:
        globals()[f'__{_name.rstrip("_")}__'] = globals()[_name]
del _name, _without
