# What selectors refuse.
import re
import selectors
import socket


def show(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__, re.sub(r'\d+(?=\)|,)', 'N', str(e)))


a, b = socket.socketpair()
for kind in (selectors.SelectSelector, selectors.PollSelector, selectors.EpollSelector):
    s = kind()
    show(s.register, a, 0)
    show(s.register, a, 9)
    show(s.register, 'a', 1)
    show(s.register, -1, 1)
    show(s.register, 2.5, 1)
    s.register(a, 1)
    show(s.register, a, 1)
    show(s.unregister, b)
    show(s.unregister, 'x')
    show(s.modify, b, 1)
    show(s.get_key, b)
    show(s.get_map().__getitem__, b)
    show(s.get_map().__getitem__, 'x')
    print(s.get_map().get(b, 'none'))
    s.close()
    show(s.get_key, a)
s = selectors.EpollSelector()
s.close()
show(s.select, 0)
show(s.fileno)
show(selectors.BaseSelector)
print(selectors.SelectorKey(1, 2, 3, 4), selectors.SelectorKey._fields)
print(selectors.EVENT_READ, selectors.EVENT_WRITE)
a.close()
b.close()


class Mine(selectors.BaseSelector):
    def __init__(self):
        self.map = {}

    def register(self, fileobj, events, data=None):
        self.map[fileobj] = selectors.SelectorKey(fileobj, 0, events, data)
        return self.map[fileobj]

    def unregister(self, fileobj):
        return self.map.pop(fileobj)

    def select(self, timeout=None):
        return [(k, k.events) for k in self.map.values()]

    def get_map(self):
        return self.map


with Mine() as m:
    m.register('file', 1, 'd')
    print(m.select(), m.modify('file', 2), m.get_key('file'))
    show(m.get_key, 'other')
