# Writing and closing from inside the protocol's own calls.
import asyncio
import socket
import _net


class Busy(_net.Teller):
    def connection_made(self, transport):
        super().connection_made(transport)
        transport.write(b'hello ')

    def data_received(self, data):
        super().data_received(data)
        self.transport.write(b'bye')
        self.transport.close()
        self.transport.write(b' (not sent)')

    def connection_lost(self, exc):
        self.transport.write(b'never')
        self.transport.close()
        self.transport.abort()
        super().connection_lost(exc)


async def main():
    loop = asyncio.get_running_loop()
    left, right = socket.socketpair()
    transport, protocol = await loop.create_connection(lambda: Busy('p'), sock=left)
    right.send(b'x')
    right.send(b'y')
    await protocol.lost
    print(right.recv(100))
    right.close()

_net.run(main)
