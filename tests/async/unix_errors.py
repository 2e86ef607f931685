# What create_unix_server and create_unix_connection refuse.
import asyncio
import os
import pathlib
import socket
import tempfile
import _net


async def main():
    loop = asyncio.get_running_loop()
    inet = socket.socket()
    unix = socket.socket(socket.AF_UNIX)
    for make in (loop.create_unix_connection, loop.create_unix_server):
        for kwargs in ({}, {'path': 'x', 'sock': unix}, {'sock': inet}, {'ssl_handshake_timeout': 1},
                       {'ssl_shutdown_timeout': 1}):
            try:
                await make(asyncio.Protocol, **kwargs)
            except ValueError as exc:
                print(make.__name__, str(exc).split(', got')[0])
    for kwargs in ({'server_hostname': 'x'}, {'ssl': True}):
        try:
            await loop.create_unix_connection(asyncio.Protocol, 'x', **kwargs)
        except ValueError as exc:
            print(exc)
    try:
        await loop.create_unix_server(asyncio.Protocol, 'x', ssl=True)
    except TypeError as exc:
        print(exc)
    inet.close()
    unix.close()
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / 'plain'
        path.write_text('not a socket')
        try:
            await loop.create_unix_server(asyncio.Protocol, path)
        except OSError as exc:
            print(type(exc).__name__, str(exc).replace(folder, 'FOLDER'))
        server = await loop.create_unix_server(asyncio.Protocol, pathlib.Path(folder) / 'socket')
        print(server.is_serving())
        server.close()
        await server.wait_closed()

_net.run(main)
