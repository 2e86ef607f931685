"""The instructions of this interpreter by name and number, and which of them refer to what.

They are those of a register machine (docs/opcodes.md), so names and numbers are not CPython's. What speaks of a stack is left out.
"""

import _imp

__all__ = ['cmp_op', 'hasarg', 'hasconst', 'hasname', 'hasjrel', 'hasjabs', 'haslocal', 'hascompare', 'hasfree', 'hasexc', 'opname', 'opmap']

cmp_op = ('<', '<=', '==', '!=', '>', '>=')

_rows = _imp._opcodes()

opname = [row[0] for row in _rows] + ['<%d>' % number for number in range(len(_rows), 256)]
opmap = {row[0]: number for number, row in enumerate(_rows)}


def _with(kinds):
    return [number for number, row in enumerate(_rows) if set(kinds) & set(row[2])]


hasarg = [number for number, row in enumerate(_rows) if row[2] != '___']
hasconst = sorted(_with('K') + [opmap['LOAD_CONST']])
hasname = _with('N')
hasjrel = _with('SJ')
hasjabs = []
haslocal = _with('DRM')
hascompare = [number for name, number in opmap.items() if name.split('_')[0] in ('LT', 'LE', 'EQ', 'NE', 'GT', 'GE')]
hasfree = _with('F')
hasexc = []
