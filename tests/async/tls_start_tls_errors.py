# loop.start_tls that cannot be, and one that fails.
import asyncio
import ssl
from _tls import *

async def main():
    async def handler(reader, writer):
        try:
            await writer.start_tls(server_context())
        except Exception as exc:
            print('server', type(exc).__name__, exc)
        writer.close()

    loop = asyncio.get_running_loop()
    server = await asyncio.start_server(handler, '127.0.0.1', 0)
    async with server:
        port = server.sockets[0].getsockname()[1]
        reader, writer = await asyncio.open_connection('127.0.0.1', port)
        try:
            await loop.start_tls(writer.transport, writer.transport.get_protocol(), None)
        except TypeError as exc:
            print(exc)
        try:
            await writer.start_tls(client_context(), server_hostname='nowhere.test')
        except ssl.SSLError as exc:
            print(exc)
        await asyncio.sleep(0.01)
        print(writer.is_closing())
        reader, writer = await asyncio.open_connection('127.0.0.1', port)
        try:
            await writer.start_tls(client_context())
        except ValueError as exc:
            print(exc)

asyncio.run(main())
