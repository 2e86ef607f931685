# Closing a server leaves its connections alone, and nobody else gets in.
import asyncio
import _net


async def handle(reader, writer):
    async for line in reader:
        writer.write(line)
    writer.close()


async def main():
    server = await asyncio.start_server(handle, '127.0.0.1', 0)
    address = server.sockets[0].getsockname()
    clients = [await asyncio.open_connection(*address) for _ in range(3)]
    await _net.settle()
    server.close()
    try:
        await asyncio.open_connection(*address)
    except ConnectionRefusedError:
        print('refused')
    for n, (reader, writer) in enumerate(clients):
        writer.write(b'still here %d\n' % n)
        print(await reader.readline())
        writer.close()
        await writer.wait_closed()
    await server.wait_closed()
    print('done')

_net.run(main)
