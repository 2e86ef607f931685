# pause_reading does not exist for datagrams in CPython's interface, but close and abort behave as for streams.
import asyncio
import re
import _net


class Told(asyncio.DatagramProtocol):
    def connection_made(self, transport):
        print('made', re.sub(r'fd=\d+', 'fd=N', repr(transport)))

    def connection_lost(self, exc):
        print('lost', repr(exc))


async def main():
    loop = asyncio.get_running_loop()
    transport, protocol = await loop.create_datagram_endpoint(Told, local_addr=('127.0.0.1', 0))
    print(re.sub(r'fd=\d+', 'fd=N', repr(transport)), transport.get_write_buffer_size())
    print(type(transport).__name__, isinstance(transport, asyncio.DatagramTransport), transport.get_protocol() is protocol)
    transport.close()
    print(re.sub(r'fd=\d+', 'fd=N', repr(transport)))
    await _net.settle(3)
    print(re.sub(r'fd=\d+', 'fd=N', repr(transport)))
    transport, protocol = await loop.create_datagram_endpoint(Told, local_addr=('127.0.0.1', 0))
    transport._fatal_error(OSError(5, 'made up'))
    await _net.settle(3)

_net.run(main)
