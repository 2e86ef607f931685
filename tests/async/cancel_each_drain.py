# drain() cancelled while the other side does not read; the data goes out nevertheless.
import asyncio


async def main():
    done = asyncio.Event()
    sizes = []

    async def serve(reader, writer):
        await done.wait()
        total = 0
        while data := await reader.read(1 << 20):
            total += len(data)
        sizes.append(total)
        writer.close()
        finished.set()

    finished = asyncio.Event()
    server = await asyncio.start_server(serve, '127.0.0.1', 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    writer.write(b'x' * 20_000_000)
    tasks = [asyncio.create_task(writer.drain()) for _ in range(3)]
    await asyncio.sleep(0.01)
    print([t.done() for t in tasks])
    tasks[1].cancel()
    await asyncio.wait([tasks[1]])
    print([t.done() for t in tasks], tasks[1].cancelled())
    done.set()
    await asyncio.gather(tasks[0], tasks[2])
    writer.close()
    await writer.wait_closed()
    await finished.wait()
    print(sizes)
    server.close()
    await server.wait_closed()

asyncio.run(main())
