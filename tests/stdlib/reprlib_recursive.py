# recursive_repr.
import reprlib

class S:
    __slots__ = ('x', '__y')

    def __init__(s):
        s.x = [1]
        s.__y = 2


s = S()
x = [1]


class RR:

    @reprlib.recursive_repr()
    def __repr__(s):
        return f'<{s.x!r}>'


a = RR()
a.x = [a]
print(a, RR.__repr__.__name__)
