# test: heavy
# Thousands of connections opened and dropped leave nothing behind.
import asyncio
import _net

served = 0


async def handle(reader, writer):
    global served
    served += 1
    data = await reader.read(10)
    if data:
        writer.write(data)
    writer.close()


async def visit(address, n):
    reader, writer = await asyncio.open_connection(*address)
    if n % 3:
        writer.write(b'hello')
        assert await reader.read() == b'hello'
    writer.close()
    await writer.wait_closed()


async def main():
    server = await asyncio.start_server(handle, '127.0.0.1', 0, backlog=500)
    address = server.sockets[0].getsockname()
    for batch in range(100):
        await asyncio.gather(*[visit(address, n) for n in range(100)])
    print(served)
    server.close()
    await server.wait_closed()
    print(len(asyncio.all_tasks()))

_net.run(main)
