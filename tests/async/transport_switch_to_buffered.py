# set_protocol also switches between the two kinds of protocols.
import asyncio
import socket
import _net


class Buffered(asyncio.BufferedProtocol):
    buffer = bytearray(10)

    def get_buffer(self, sizehint):
        return self.buffer

    def buffer_updated(self, nbytes):
        print('buffered', bytes(self.buffer[:nbytes]))


async def main():
    loop = asyncio.get_running_loop()
    left, right = socket.socketpair()
    transport, plain = await loop.create_connection(lambda: _net.Teller('plain'), sock=left)
    for word, protocol in ((b'one', Buffered()), (b'two', plain), (b'three', Buffered()), (b'four', plain)):
        transport.set_protocol(protocol)
        right.send(word)
        await _net.settle()
    transport.close()
    await plain.lost
    right.close()

_net.run(main)
