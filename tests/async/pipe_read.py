# connect_read_pipe: data, its end, pausing, closing.
import asyncio
import os
import re
import _net


def show(transport):
    print(re.sub(r'fd=\d+', 'fd=N', repr(transport)))


async def main():
    loop = asyncio.get_running_loop()
    r, w = os.pipe()
    transport, protocol = await loop.connect_read_pipe(lambda: _net.Teller('p'), os.fdopen(r, 'rb', 0))
    show(transport)
    os.write(w, b'one')
    await _net.settle()
    transport.pause_reading()
    show(transport)
    print(transport.is_reading())
    os.write(w, b'two')
    await _net.settle()
    transport.resume_reading()
    await _net.settle()
    os.close(w)
    await protocol.lost
    show(transport)
    print(transport.is_closing())
    r, w = os.pipe()
    pipe = os.fdopen(r, 'rb', 0)
    transport, protocol = await loop.connect_read_pipe(lambda: _net.Teller('q'), pipe)
    print(transport.get_extra_info('pipe') is pipe, isinstance(transport, asyncio.ReadTransport), transport.get_protocol() is protocol)
    transport.close()
    transport.close()
    show(transport)
    await protocol.lost
    os.close(w)

_net.run(main)
