# Peers that do not answer: at the handshake, at the end.
import asyncio
import ssl
from _tls import *

async def silent(reader, writer):
    await reader.read()
    writer.close()

async def main():
    server = await asyncio.start_server(silent, '127.0.0.1', 0)
    async with server:
        port = server.sockets[0].getsockname()[1]
        try:
            await connect(port, ssl_handshake_timeout=0.05)
        except ConnectionAbortedError as exc:
            print(type(exc).__name__, exc)
        try:
            async with asyncio.timeout(0.05):
                await connect(port)
        except TimeoutError:
            print('timeout')
        task = asyncio.create_task(connect(port))
        await asyncio.sleep(0.03)
        task.cancel('enough')
        try:
            await task
        except asyncio.CancelledError as exc:
            print(repr(exc))

    async def rude(reader, writer):
        await asyncio.sleep(0.3)
        writer.transport.abort()

    class Deaf(asyncio.Protocol):
        def connection_made(self, transport):
            self.transport = transport
            transport._ssl_protocol._transport.pause_reading()

    loop = asyncio.get_running_loop()
    deaf = []

    def factory():
        deaf.append(Deaf())
        return deaf[-1]

    server = await loop.create_server(factory, '127.0.0.1', 0, ssl=server_context())
    reader, writer = await connect(server.sockets[0].getsockname()[1], ssl_shutdown_timeout=0.05)
    writer.close()
    try:
        await writer.wait_closed()
    except TimeoutError as exc:
        print(type(exc).__name__, exc)
    deaf[0].transport.abort()
    server.close()
    for settings in ({'ssl_handshake_timeout': 0}, {'ssl_handshake_timeout': -1}, {'ssl_shutdown_timeout': 0}):
        server = await asyncio.start_server(silent, '127.0.0.1', 0)
        try:
            await connect(server.sockets[0].getsockname()[1], **settings)
        except ValueError as exc:
            print(exc)
        server.close()
    for settings in ({'ssl_handshake_timeout': 1}, {'ssl_shutdown_timeout': 1}, {'server_hostname': 'x'}):
        try:
            await asyncio.open_connection('127.0.0.1', 1, **settings)
        except ValueError as exc:
            print(exc)
    for settings in ({'ssl': True}, {'ssl_handshake_timeout': 1}, {'ssl_shutdown_timeout': 1}):
        try:
            await asyncio.start_server(silent, '127.0.0.1', 0, **settings)
        except (TypeError, ValueError) as exc:
            print(type(exc).__name__, exc)
    await asyncio.sleep(0.02)

asyncio.run(main())
