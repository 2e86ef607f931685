# add_reader and add_writer: callbacks for descriptors that are ready.
import asyncio
import os
import socket


async def main():
    loop = asyncio.get_running_loop()
    a, b = socket.socketpair()
    a.setblocking(False)
    got = []
    done = loop.create_future()

    def readable(tag):
        data = a.recv(100)
        got.append((tag, data))
        if data == b'end':
            done.set_result(None)

    loop.add_reader(a, readable, 'first')
    b.send(b'one')
    await asyncio.sleep(0.01)
    loop.add_reader(a.fileno(), readable, 'second')
    b.send(b'two')
    await asyncio.sleep(0.01)
    b.send(b'end')
    await done
    print(got)
    print(loop.remove_reader(a), loop.remove_reader(a), loop.remove_writer(a))
    ready = loop.create_future()

    def writable():
        if not ready.done():
            ready.set_result('writable')

    loop.add_writer(a, writable)
    print(await ready, loop.remove_writer(a))
    r, w = os.pipe()
    ready = loop.create_future()
    loop.add_reader(r, lambda: ready.done() or ready.set_result(os.read(r, 10)))
    os.write(w, b'pipe')
    print(await ready, loop.remove_reader(r))
    os.close(r)
    os.close(w)
    for wrong in ('x', -1, None, 1.5):
        try:
            loop.add_reader(wrong, print)
        except Exception as e:
            print(type(e).__name__, e)
    a.close()
    b.close()


asyncio.run(main())
