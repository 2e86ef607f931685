# The echo server on asyncio's streams, line by line.
import asyncio


async def serve(reader, writer):
    while True:
        line = await reader.readline()
        if not line.endswith(b'\n'):
            break
        writer.write(line)
        await writer.drain()
    writer.close()
    if line == b'q':
        stopped.set_result(None)


async def main():
    global stopped
    stopped = asyncio.get_running_loop().create_future()
    server = await asyncio.start_server(serve, '127.0.0.1', 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await stopped


asyncio.run(main())
