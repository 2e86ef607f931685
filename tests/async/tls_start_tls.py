# A connection that begins in plain text and is upgraded on both ends.
import asyncio
from _tls import *

async def handler(reader, writer):
    print('server', await reader.readline(), writer.get_extra_info('sslcontext'))
    writer.write(b'go ahead\n')
    await writer.drain()
    await writer.start_tls(server_context())
    print('server', await reader.readline(), writer.get_extra_info('ssl_object') is not None)
    writer.write(b'secret\n')
    await writer.drain()
    writer.close()
    await writer.wait_closed()
    print('server is done')

async def main():
    server = await asyncio.start_server(handler, '127.0.0.1', 0)
    async with server:
        reader, writer = await asyncio.open_connection('127.0.0.1', server.sockets[0].getsockname()[1])
        writer.write(b'STARTTLS\n')
        print('client', await reader.readline())
        await writer.start_tls(client_context(), server_hostname='localhost')
        print(type(writer.transport).__name__, writer.get_extra_info('cipher')[1])
        writer.write(b'hidden\n')
        print('client', await reader.readline(), await reader.read())
        await finish(writer)
        await asyncio.sleep(0.01)

asyncio.run(main())
