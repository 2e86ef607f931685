# Arguments that create_connection and its relatives refuse, and several addresses that all fail.
import asyncio
import socket
import _net


async def main():
    loop = asyncio.get_running_loop()
    stream = socket.socket()
    datagram = socket.socket(type=socket.SOCK_DGRAM)
    for kwargs in ({}, {'host': 'h', 'port': 1, 'sock': stream}, {'sock': datagram}, {'server_hostname': 'x', 'host': 'h'},
                   {'host': 'h', 'ssl_handshake_timeout': 1}, {'host': 'h', 'ssl_shutdown_timeout': 1},
                   {'sock': stream, 'ssl': True}):
        try:
            await loop.create_connection(asyncio.Protocol, **kwargs)
        except ValueError as exc:
            print(type(exc).__name__, str(exc).split(' <')[0].split(', got')[0])
    stream.close()
    datagram.close()

    with socket.socket() as sock:
        sock.bind(('127.0.0.1', 0))
        port = sock.getsockname()[1]

    async def two_addresses(host, port, *, family=0, type=0, proto=0, flags=0):
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, '', (f'127.0.0.{n}', port)) for n in (1, 2)]

    loop.getaddrinfo = two_addresses
    try:
        await asyncio.open_connection('two.example', port)
    except OSError as exc:
        print(type(exc).__name__, str(exc).replace(str(port), 'PORT'))
    try:
        await loop.create_connection(asyncio.Protocol, 'two.example', port, all_errors=True)
    except* ConnectionRefusedError as group:
        print(len(group.exceptions), [str(exc).replace(str(port), 'PORT') for exc in group.exceptions])

    async def nothing(*args, **kwargs):
        return []

    loop.getaddrinfo = nothing
    try:
        await asyncio.open_connection('none.example', port)
    except OSError as exc:
        print(exc)
    try:
        await asyncio.start_server(print, 'none.example', port)
    except OSError as exc:
        print(exc)

_net.run(main)
