# Echoes what comes in, by streams, until `connections` have come and gone: echo_server.py tcp|unix|udp|tls connections [path]
import asyncio
import os
import sys

kind, connections = sys.argv[1], int(sys.argv[2])
left = connections


def one_less():
    global left
    left -= 1
    if not left:
        finished.set_result(None)


async def echo(reader, writer):
    try:
        while data := await reader.read(65536):
            writer.write(data)
            await writer.drain()
    except ConnectionError as exc:
        print(type(exc).__name__, file=sys.stderr)
    writer.close()
    one_less()


class Datagrams(asyncio.DatagramProtocol):
    def connection_made(self, transport):
        self.transport = transport

    def datagram_received(self, data, addr):
        self.transport.sendto(data, addr)
        one_less()


async def main():
    global finished
    loop = asyncio.get_running_loop()
    finished = loop.create_future()
    if kind == 'udp':
        transport, _ = await loop.create_datagram_endpoint(Datagrams, local_addr=('127.0.0.1', 0))
        print(transport.get_extra_info('sockname')[1], flush=True)
        await finished
        transport.close()
        return
    if kind == 'unix':
        server = await asyncio.start_unix_server(echo, sys.argv[3])
        print('listening', flush=True)
    else:
        context = None
        if kind == 'tls':
            import ssl
            context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
            context.load_cert_chain(os.path.join(os.path.dirname(__file__), '../stdlib/certs/server.pem'))
        server = await asyncio.start_server(echo, '127.0.0.1', 0, ssl=context)
        print(server.sockets[0].getsockname()[1], flush=True)
    await finished
    server.close()
    await server.wait_closed()


asyncio.run(main())
