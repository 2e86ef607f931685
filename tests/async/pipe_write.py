# connect_write_pipe: writes, flow control, the end of the file, a reader that goes away.
import asyncio
import os
import re
import _net


def show(transport):
    print(re.sub(r'bufsize=[1-9]\d*', 'bufsize=SOME', re.sub(r'fd=\d+', 'fd=N', repr(transport))))


async def main():
    loop = asyncio.get_running_loop()
    r, w = os.pipe()
    os.set_blocking(r, False)
    transport, protocol = await loop.connect_write_pipe(lambda: _net.Teller('p'), os.fdopen(w, 'wb', 0))
    show(transport)
    transport.write(b'one')
    transport.write(bytearray(b'two'))
    transport.write(b'')
    print(os.read(r, 100), transport.can_write_eof())
    transport.write(b'x' * 300000)
    show(transport)
    print(transport.get_write_buffer_size() > 0, transport.get_write_buffer_limits())
    transport.write_eof()
    print(transport.is_closing())
    got = 0
    while True:
        try:
            data = os.read(r, 65536)
        except BlockingIOError:
            await asyncio.sleep(0)
            continue
        if not data:
            break
        got += len(data)
    print(got)
    await protocol.lost
    show(transport)
    os.close(r)
    r, w = os.pipe()
    transport, protocol = await loop.connect_write_pipe(lambda: _net.Teller('q'), os.fdopen(w, 'wb', 0))
    os.close(r)
    await protocol.lost
    r, w = os.pipe()
    transport, protocol = await loop.connect_write_pipe(lambda: _net.Teller('r'), os.fdopen(w, 'wb', 0))
    transport.write(b'x' * 300000)
    await _net.settle()
    os.close(r)
    await protocol.lost
    r, w = os.pipe()
    transport, protocol = await loop.connect_write_pipe(lambda: _net.Teller('s'), os.fdopen(w, 'wb', 0))
    transport.write(b'x' * 300000)
    transport.abort()
    await protocol.lost
    os.close(r)

_net.run(main)
