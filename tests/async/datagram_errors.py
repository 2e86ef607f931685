# Errors of datagram endpoints: refused sends, wrong arguments.
import asyncio
import socket
import _net


class Client(asyncio.DatagramProtocol):
    def __init__(self):
        self.errors = asyncio.Queue()

    def error_received(self, exc):
        self.errors.put_nowait(exc)

    def connection_lost(self, exc):
        print('lost', exc)


async def main():
    loop = asyncio.get_running_loop()
    with socket.socket(type=socket.SOCK_DGRAM) as sock:
        sock.bind(('127.0.0.1', 0))
        address = sock.getsockname()
    transport, protocol = await loop.create_datagram_endpoint(Client, remote_addr=address)
    transport.sendto(b'anybody there?')
    print(repr(await protocol.errors.get()))
    transport.sendto(b'x' * 100000)
    print(repr(await protocol.errors.get()))
    print(transport.is_closing())
    transport.close()
    await _net.settle(3)
    with socket.socket() as stream, socket.socket(type=socket.SOCK_DGRAM) as datagram:
        for kwargs in ({}, {'sock': stream}, {'sock': datagram, 'local_addr': ('127.0.0.1', 0), 'reuse_port': True},
                       {'local_addr': 'nonsense'}, {'local_addr': ('127.0.0.1', 0, 5)},
                       {'family': socket.AF_UNIX, 'local_addr': ('a', 1)},
                       {'local_addr': ('127.0.0.1', 0), 'remote_addr': ('::1', 5)}):
            try:
                await loop.create_datagram_endpoint(Client, **kwargs)
            except (ValueError, TypeError) as exc:
                print(type(exc).__name__, str(exc).split(', got')[0])
    try:
        await loop.create_datagram_endpoint(Client, local_addr=('192.0.2.1', 9))
    except OSError as exc:
        print(exc)

_net.run(main)
