# select.poll: registering, events, errors.
import select
import socket

a, b = socket.socketpair()
p = select.poll()
print(p.register(a, select.POLLIN), p.poll(0))
b.send(b'x')
print(p.poll() == [(a.fileno(), select.POLLIN)], p.poll(1.5) == [(a.fileno(), select.POLLIN)])
p.modify(a, select.POLLOUT)
print(p.poll(0) == [(a.fileno(), select.POLLOUT)])
p.register(a)
print(p.poll(0) == [(a.fileno(), select.POLLIN | select.POLLOUT)])
p.register(b, 0)
print(len(p.poll(0)))
b.close()
print([(fd == a.fileno(), bool(ev & select.POLLHUP)) for fd, ev in p.poll(0) if fd == a.fileno()])
print([ev == select.POLLNVAL for fd, ev in p.poll(0) if fd != a.fileno()])
p.unregister(a)


def show(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(args[1:], type(e).__name__, e)


show(p.poll, 'a')
show(p.poll, 2 ** 70)
show(p.poll, float('nan'))
show(p.register, a, 99999)
show(p.register, a, -1)
show(p.register, a, 'x')
show(p.register, 'a')
show(p.register)
show(p.modify, 900, 1)
show(p.unregister, 900)
show(p.unregister, 'x')
show(type(p))
print(type(p))
a.close()
