# set_write_buffer_limits: defaults, and what it refuses.
import asyncio
import socket
import _net


async def main():
    loop = asyncio.get_running_loop()
    left, right = socket.socketpair()
    transport, protocol = await loop.create_connection(lambda: _net.Teller('p'), sock=left)
    for args in ({}, {'high': 0}, {'low': 10}, {'high': 10}, {'high': 7, 'low': 7}, {'high': 1 << 20, 'low': 1},
                 {'high': 5, 'low': 6}, {'high': -1}, {'low': -1}, {'high': 10, 'low': -3}):
        try:
            transport.set_write_buffer_limits(**args)
            print(args, transport.get_write_buffer_limits())
        except ValueError as exc:
            print(args, exc)
    transport.set_write_buffer_limits(100, 50)
    print(transport.get_write_buffer_limits())
    transport.close()
    await protocol.lost
    right.close()

_net.run(main)
