# Repetition of sequences: which operand is asked when, as an operator, in place and called by name.
from collections import deque
from array import array
class R:
    def __rmul__(self, o): return ('rmul', o)
class N:
    def __rmul__(self, o): return NotImplemented
    def __mul__(self, o): return NotImplemented
class I:
    def __index__(self): return 2
class IR(I):
    def __rmul__(self, o): return 'IR'
class L(list): pass
class L2(list):
    def __mul__(self, o): return 'L2.mul'
    def __rmul__(self, o): return 'L2.rmul'
    def __imul__(self, o): return 'L2.imul'
class S(str): pass
seqs = lambda: ['ab', b'ab', bytearray(b'ab'), [1, 2], (1, 2), deque([1, 2]), array('i', [1, 2]), L([3]), L2([4]), S('q'), range(2), None]
others = [2, True, 0, -1, 2.5, 1j, 'x', [5], (6,), None, R(), N(), I(), IR(), object(), 10**30, deque([9]), L([1]), L2([2]), {1}, {}, 2**62]
def t(f):
    try: return repr(f())
    except Exception as e: return type(e).__name__ + ': ' + str(e)
import operator
for i in range(len(seqs())):
    for o in others:
        def mk(): return seqs()[i]
        print(i, type(o).__name__, t(lambda: mk() * o), '|', t(lambda: o * mk()), '|', t(lambda: operator.imul(mk(), o)), '|', t(lambda: mk().__mul__(o)), '|', t(lambda: mk().__rmul__(o)), '|', t(lambda: mk().__imul__(o)))
        def f():
            x = mk(); x *= o; return x
        def g():
            x = o; x *= mk(); return x
        print(t(f), t(g))
    for a in ((), (1, 2)): print(t(lambda: mk().__mul__(*a)), t(lambda: mk().__rmul__(*a)), t(lambda: mk().__imul__(*a)), t(lambda: mk().__add__(*a)))
