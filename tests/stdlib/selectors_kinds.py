# Each selector of the module: register, select, modify, unregister.
import selectors
import socket
from selectors import EVENT_READ, EVENT_WRITE

for kind in (selectors.SelectSelector, selectors.PollSelector, selectors.EpollSelector, selectors.DefaultSelector):
    a, b = socket.socketpair()
    with kind() as s:
        key = s.register(a, EVENT_READ, 'data')
        print(kind.__name__, key.fileobj is a, key.fd == a.fileno(), key.events, key.data, type(key).__name__)
        print(s.select(0), s.select(-1), s.select(0.001))
        b.send(b'x')
        print([(k is key, e) for k, e in s.select()])
        key = s.modify(a, EVENT_READ | EVENT_WRITE, 'more')
        print([(k is key, e, k.data) for k, e in s.select(1)])
        key = s.modify(a, EVENT_READ | EVENT_WRITE, 'other')
        print(s.get_key(a).data, s.get_key(a.fileno()) is key)
        s.register(b.fileno(), EVENT_WRITE)
        print(len(s.get_map()), sorted(k.data or '-' for k, e in s.select()))
        print(s.unregister(b).fd == b.fileno(), len(s.get_map()), a in s.get_map(), b in s.get_map(), list(s.get_map()) == [a.fileno()])
        b.close()
        print([e for k, e in s.select(1)])
        fd = a.fileno()
        a.close()
        print(s.unregister(a).fd == fd, len(s.get_map()))
    print(s.get_map())
print(selectors.DefaultSelector.__mro__)
