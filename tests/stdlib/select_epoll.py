# select.epoll: level and edge triggered, one shot, closing.
import select
import socket

a, b = socket.socketpair()
e = select.epoll()
print(e.register(a, select.EPOLLIN), e.poll(0), e.closed, e.fileno() > 0)
b.send(b'x')
print(e.poll() == [(a.fileno(), select.EPOLLIN)], e.poll(0.5, 1) == [(a.fileno(), 1)], e.poll(timeout=1, maxevents=5) == [(a.fileno(), 1)])
e.modify(a, select.EPOLLIN | select.EPOLLET)
print(len(e.poll(0)), len(e.poll(0)))
e.modify(a, select.EPOLLIN | select.EPOLLONESHOT)
print(len(e.poll(0)), len(e.poll(0)))
e.modify(a, eventmask=select.EPOLLOUT)
print(e.poll(0) == [(a.fileno(), select.EPOLLOUT)])
e.unregister(a)
print(e.poll(0), e.poll(0.01))


def show(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(args[1:], type(e).__name__, e)


show(e.register, a)
try:
    e.register(a)
except FileExistsError as x:
    print(x)
for f, args in ((e.poll, (0, 0)), (e.poll, (0, -2)), (e.poll, ('a',)), (e.modify, (900, 1)), (e.unregister, (900,)), (e.register, ('x',)), (e.register, ()),
                (select.epoll, (-2,)), (select.epoll, (1, 5)), (select.epoll, ('a',))):
    show(f, *args)
with open('/dev/null') as f:
    try:
        e.register(f)
    except PermissionError as x:
        print(x)
with e as same:
    print(same is e)
print(e.closed)
for f, args in ((e.poll, ()), (e.fileno, ()), (e.register, (a,)), (e.__enter__, ()), (e.close, ())):
    show(f, *args)
print(select.epoll)
a.close()
b.close()
