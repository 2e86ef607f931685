# A context variable holds the peer's name for all that a connection's task calls.
import asyncio
import contextvars

peer = contextvars.ContextVar('peer')


def goodbye():
    return f'Good bye, client @ {peer.get()}\r\n'.encode()


async def handle(reader, writer):
    peer.set((await reader.readline()).decode().strip())
    while line := await reader.readline():
        if not line.strip():
            break
    await asyncio.sleep(0)
    writer.write(goodbye())
    writer.close()


async def call(port, name):
    reader, writer = await asyncio.open_connection('127.0.0.1', port)
    writer.write(name.encode() + b'\r\nsome: header\r\n\r\n')
    answer = await reader.read()
    writer.close()
    return answer


async def main():
    server = await asyncio.start_server(handle, '127.0.0.1', 0)
    async with server:
        port = server.sockets[0].getsockname()[1]
        print(*await asyncio.gather(*(call(port, name) for name in ('ann', 'bob', 'cy'))), sep='\n')
    print(peer.get('nobody outside'))

asyncio.run(main())
