# 10,000 connections opened and dropped, half of them by a reset: each is served, and nothing of them is left.
# test: heavy
import asyncio
import os


async def main():
    served = 0

    async def handle(reader, writer):
        nonlocal served
        try:
            await reader.read(1)
        except ConnectionResetError:
            pass
        served += 1
        writer.close()

    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    address = server.sockets[0].getsockname()
    before = len(os.listdir("/proc/self/fd"))

    async def drop(i):
        reader, writer = await asyncio.open_connection(*address)
        if i % 2:
            writer.transport.abort()
        else:
            writer.close()

    for start in range(0, 10_000, 100):
        await asyncio.gather(*(drop(start + i) for i in range(100)))
        while served < start + 100:
            await asyncio.sleep(0.001)
    for _ in range(1000):
        if len(os.listdir("/proc/self/fd")) == before and len(asyncio.all_tasks()) == 1:
            break
        await asyncio.sleep(0.01)
    print(served, len(os.listdir("/proc/self/fd")) - before, len(asyncio.all_tasks()))
    server.close()
    await server.wait_closed()


asyncio.run(main())
