# With happy_eyeballs_delay the next address is tried when the first one fails or is slow.
import asyncio
import socket
import _net


async def main():
    loop = asyncio.get_running_loop()
    server = await asyncio.start_server(lambda r, w: w.close(), '127.0.0.1', 0)
    port = server.sockets[0].getsockname()[1]
    # A listener that is full swallows connects without an answer.
    slow = socket.socket()
    slow.bind(('127.0.0.3', port))
    slow.listen(0)
    fillers = []
    for _ in range(4):
        sock = socket.socket()
        sock.setblocking(False)
        sock.connect_ex(slow.getsockname())
        fillers.append(sock)

    def resolver(*hosts):
        async def getaddrinfo(host, port, *, family=0, type=0, proto=0, flags=0):
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, '', (h, port)) for h in hosts]
        return getaddrinfo

    for hosts in (('127.0.0.1',), ('127.0.0.2', '127.0.0.1'), ('127.0.0.3', '127.0.0.1'),
                  ('127.0.0.3', '127.0.0.2', '127.0.0.1'), ('127.0.0.1', '127.0.0.3')):
        loop.getaddrinfo = resolver(*hosts)
        reader, writer = await asyncio.open_connection('name.example', port, happy_eyeballs_delay=0.02)
        print(hosts, '->', writer.get_extra_info('peername')[0])
        writer.close()
        await writer.wait_closed()
    loop.getaddrinfo = resolver('127.0.0.2', '127.0.0.4')
    try:
        await asyncio.open_connection('name.example', port, happy_eyeballs_delay=0.02)
    except OSError as exc:
        print(str(exc).replace(str(port), 'PORT'))
    for sock in (slow, *fillers):
        sock.close()
    server.close()
    await server.wait_closed()

_net.run(main)
