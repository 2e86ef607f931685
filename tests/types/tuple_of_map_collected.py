# tuple(iterator) while the collector runs at any allocation: the items live although only C knows of them.
class T:
    __slots__ = ('_sock',)
    def __init__(self, s): self._sock = s
    def name(self): return self._sock
class S:
    def __init__(self): self._sockets = [1]
    @property
    def sockets(self):
        if self._sockets is None: return ()
        return tuple(map(T, self._sockets))
s = S()
for i in range(2000):
    x = s.sockets[0].name()
print(x)
