# The loop by hand: timers, readers, sockets.
import asyncio
import functools
import socket


def hello(loop, n):
    print("hello", n)
    if n:
        loop.call_later(0.001, hello, loop, n - 1)
    else:
        loop.stop()


loop = asyncio.new_event_loop()
print(loop)
loop.call_soon(hello, loop, 2)
loop.run_forever()
print(loop.run_until_complete(asyncio.sleep(0, "done")))
h = loop.call_soon(functools.partial(print, "partial", sep="-"), "x")
print(h)
t = loop.call_later(100, hello, loop, 1)
print(t.cancelled(), t.when() > loop.time())
t.cancel()
print(t.cancelled(), repr(t).split(" when")[0])


async def readers():
    a, b = socket.socketpair()
    a.setblocking(False)
    b.setblocking(False)
    got = loop.create_future()

    def on_readable():
        got.set_result(a.recv(100))
        print(loop.remove_reader(a), loop.remove_reader(a))
    loop.add_reader(a, on_readable)
    await loop.sock_sendall(b, b"via sock_sendall")
    print(await got)
    fut = asyncio.ensure_future(loop.sock_recv(a, 10))
    await asyncio.sleep(0)
    b.send(b"0123456789ABC")
    print(await fut, await loop.sock_recv(a, 10))
    buf = bytearray(5)
    b.send(b"hey")
    print(await loop.sock_recv_into(a, buf), buf)
    b.close()
    print(await loop.sock_recv(a, 10))
    a.close()
    s = socket.socket()
    s.bind(("127.0.0.1", 0))
    s.listen()
    s.setblocking(False)
    c = socket.socket()
    c.setblocking(False)
    acc = asyncio.create_task(loop.sock_accept(s))
    await loop.sock_connect(c, s.getsockname())
    conn, addr = await acc
    print(addr == c.getsockname(), conn.gettimeout())
    for x in (c, s, conn):
        x.close()
    print(await loop.getnameinfo(("127.0.0.1", 80), socket.NI_NUMERICHOST | socket.NI_NUMERICSERV))
    print((await loop.getaddrinfo("127.0.0.1", 80, type=socket.SOCK_STREAM))[0])
    return "ok"


print(loop.run_until_complete(readers()))
fut = loop.create_future()
loop.call_soon(loop.stop)
try:
    loop.run_until_complete(fut)
except RuntimeError as e:
    print(e)
loop.run_until_complete(loop.shutdown_asyncgens())
loop.run_until_complete(loop.shutdown_default_executor())
loop.close()
print(loop, loop.is_closed())
for f in (lambda: loop.call_soon(print), lambda: loop.run_forever(), lambda: loop.run_until_complete(fut)):
    try:
        f()
    except RuntimeError as e:
        print(e)
