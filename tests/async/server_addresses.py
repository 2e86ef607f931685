# Several hosts, names, both families, and a socket made elsewhere.
import asyncio
import socket
import _net


async def visit(server):
    families = set()
    for sock in server.sockets:
        reader, writer = await asyncio.open_connection(*sock.getsockname()[:2])
        print(sock.family.name, sock.getsockname()[0], await reader.read())
        writer.close()
        await writer.wait_closed()
    server.close()
    await server.wait_closed()


def greet(reader, writer):
    writer.write(b'hello ' + writer.get_extra_info('sockname')[0].encode())
    writer.close()


async def main():
    await visit(await asyncio.start_server(greet, ['127.0.0.1', '127.0.0.2'], 0))
    await visit(await asyncio.start_server(greet, ('127.0.0.1', '127.0.0.1'), 0))
    await visit(await asyncio.start_server(greet, 'localhost', 0, family=socket.AF_INET))
    await visit(await asyncio.start_server(greet, '127.0.0.1', '0'))
    await visit(await asyncio.start_server(greet, '::1', 0))
    sock = socket.socket()
    sock.bind(('127.0.0.1', 0))
    await visit(await asyncio.start_server(greet, sock=sock))
    server = await asyncio.start_server(greet, '', 0)
    print(sorted(sock.family.name for sock in server.sockets))
    server.close()
    await server.wait_closed()

_net.run(main)
