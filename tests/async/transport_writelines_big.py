# writelines of thousands of pieces arrives whole and in order.
import asyncio
import socket
import _net


async def main():
    loop = asyncio.get_running_loop()
    left, right = socket.socketpair()
    transport, protocol = await loop.create_connection(lambda: _net.Teller('p'), sock=left)
    transport.set_write_buffer_limits(1 << 24)
    reader, writer = await asyncio.open_connection(sock=right)
    pieces = [b'%d,' % n * (n % 7 + 1) for n in range(30000)]
    transport.writelines(pieces)
    transport.write(b'end')
    transport.write_eof()
    whole = await reader.read()
    print(whole == b''.join(pieces) + b'end', len(whole))
    writer.close()
    await writer.wait_closed()
    transport.close()
    await protocol.lost

_net.run(main)
