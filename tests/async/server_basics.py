# A Server's states, sockets and reprs.
import asyncio
import re
import _net


async def main():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(asyncio.Protocol, '127.0.0.1', 0, start_serving=False)
    print(server.is_serving(), server.get_loop() is loop, len(server.sockets), type(server))
    print(re.sub(r'\d{4,}', 'PORT', re.sub(r'fd=\d+', 'fd=N', repr(server))))
    try:
        await asyncio.open_connection(*server.sockets[0].getsockname())
    except ConnectionRefusedError:
        print('not listening yet')
    await server.start_serving()
    await server.start_serving()
    print(server.is_serving())
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    server.close()
    server.close()
    print(server.is_serving(), server.sockets, server)
    writer.close()
    await writer.wait_closed()
    await server.wait_closed()
    await server.wait_closed()
    for call in (server.serve_forever,):
        try:
            await call()
        except RuntimeError as exc:
            print(exc)

_net.run(main)
