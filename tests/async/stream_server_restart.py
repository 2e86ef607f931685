# A server that is closed and started again on the same port under a client that reconnects.
import asyncio
import _net


async def handle(reader, writer):
    writers.append(writer)
    try:
        async for line in reader:
            writer.write(line)
    except ConnectionError:
        pass


async def main():
    global writers
    writers = []
    server = await asyncio.start_server(handle, '127.0.0.1', 0)
    address = server.sockets[0].getsockname()
    for life in range(3):
        reader, writer = await asyncio.open_connection(*address)
        writer.write(b'life %d\n' % life)
        print(await reader.readline())
        server.close()
        for w in writers:
            w.transport.abort()
        writers.clear()
        await server.wait_closed()
        print(await reader.read())
        writer.close()
        await writer.wait_closed()
        try:
            await asyncio.open_connection(*address)
        except ConnectionRefusedError:
            print('refused')
        server = await asyncio.start_server(handle, *address)
    server.close()
    await server.wait_closed()

_net.run(main)
