# A name that does not exist: socket.gaierror from connecting and from serving.
import asyncio
import socket
import _net


async def main():
    loop = asyncio.get_running_loop()

    async def unknown(*args, **kwargs):
        raise socket.gaierror(socket.EAI_NONAME, 'Name or service not known')

    loop.getaddrinfo = unknown
    for call in (asyncio.open_connection('no.such.host.invalid', 80), asyncio.start_server(print, 'no.such.host.invalid', 80),
                 loop.create_datagram_endpoint(asyncio.DatagramProtocol, remote_addr=('no.such.host.invalid', 9))):
        try:
            await call
        except socket.gaierror as exc:
            print(repr(exc), isinstance(exc, OSError))
    del loop.getaddrinfo
    # A wrong port needs no network to fail.
    for port in (-1, 70000, 'no-such-service'):
        try:
            await asyncio.open_connection('127.0.0.1', port)
        except (OverflowError, OSError) as exc:
            print(port, type(exc).__name__)

_net.run(main)
