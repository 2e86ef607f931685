# Only pipes, sockets and character devices can be transports.
import asyncio
import os
import tempfile
import _net


class Quiet(asyncio.Protocol):
    def connection_lost(self, exc):
        print('lost', exc)


async def main():
    loop = asyncio.get_running_loop()
    for connect in (loop.connect_read_pipe, loop.connect_write_pipe):
        with tempfile.TemporaryFile() as file:
            try:
                await connect(Quiet, file)
            except ValueError as exc:
                print(exc)
    transport, protocol = await loop.connect_write_pipe(Quiet, open(os.devnull, 'wb', 0))
    transport.write(b'into nowhere')
    print(transport.get_write_buffer_size())
    transport.close()
    await _net.settle(4)

    def failing():
        raise KeyError('no protocol')

    r, w = os.pipe()
    for connect, fd, mode in ((loop.connect_read_pipe, r, 'rb'), (loop.connect_write_pipe, w, 'wb')):
        with os.fdopen(fd, mode, 0) as pipe:
            try:
                await connect(failing, pipe)
            except KeyError as exc:
                print(repr(exc))

_net.run(main)
