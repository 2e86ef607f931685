# Nobody listens: the error's class, number and text.
import asyncio
import errno
import socket
import _net


async def main():
    with socket.socket() as sock:
        sock.bind(('127.0.0.1', 0))
        port = sock.getsockname()[1]
    try:
        await asyncio.open_connection('127.0.0.1', port)
    except ConnectionRefusedError as exc:
        print(exc.errno == errno.ECONNREFUSED, str(exc).replace(str(port), 'PORT'))
    loop = asyncio.get_running_loop()
    try:
        await loop.create_connection(asyncio.Protocol, '127.0.0.1', port, all_errors=True)
    except ExceptionGroup as group:
        print(group.message, str(group.exceptions[0]).replace(str(port), 'PORT'))
    try:
        await asyncio.open_connection('127.0.0.1', port, happy_eyeballs_delay=0.1)
    except OSError as exc:
        print(str(exc).replace(str(port), 'PORT'))

_net.run(main)
