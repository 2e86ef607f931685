# The same with a protocol.
import asyncio
import socket


class Reader(asyncio.Protocol):
    def __init__(self, done):
        self.transport = None
        self.done = done

    def connection_made(self, transport):
        self.transport = transport

    def data_received(self, data):
        print('Received:', data.decode())
        self.transport.close()

    def connection_lost(self, exc):
        print('lost', exc)
        self.done.set_result(True)


async def main():
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    rsock, wsock = socket.socketpair()
    transport, protocol = await loop.create_connection(lambda: Reader(done), sock=rsock)
    loop.call_soon(wsock.send, b'abc')
    try:
        print(await protocol.done)
    finally:
        transport.close()
        wsock.close()

asyncio.run(main())
