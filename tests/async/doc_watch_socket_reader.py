# The same with add_reader.
import asyncio
from socket import socketpair

rsock, wsock = socketpair()
loop = asyncio.new_event_loop()


def on_readable():
    print('Received:', rsock.recv(100).decode())
    print(loop.remove_reader(rsock), loop.remove_reader(rsock))
    loop.stop()


loop.add_reader(rsock, on_readable)
loop.call_soon(wsock.send, b'abc')
loop.run_forever()
rsock.close()
wsock.close()
loop.close()
