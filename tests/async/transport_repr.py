# What a transport looks like in its states.
import asyncio
import re
import socket
import _net


def show(transport):
    print(re.sub(r'fd=\d+', 'fd=N', re.sub(r'bufsize=[1-9]\d*', 'bufsize=SOME', repr(transport))))


class Made(_net.Teller):
    def connection_made(self, transport):
        super().connection_made(transport)
        show(transport)


async def main():
    loop = asyncio.get_running_loop()
    left, right = socket.socketpair()
    transport, protocol = await loop.create_connection(lambda: Made('p'), sock=left)
    show(transport)
    transport.pause_reading()
    show(transport)
    transport.resume_reading()
    transport.set_write_buffer_limits(1 << 24)
    transport.write(b'x' * (1 << 22))
    show(transport)
    transport.close()
    show(transport)
    transport.abort()
    show(transport)
    await protocol.lost
    show(transport)
    right.close()
    print(isinstance(transport, asyncio.Transport), isinstance(transport, asyncio.ReadTransport),
          isinstance(transport, asyncio.WriteTransport), type(transport))

_net.run(main)
