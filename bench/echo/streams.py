# The echo server on asyncio's streams, any bytes.
import asyncio


async def echo(reader, writer):
    while data := await reader.read(65536):
        if data == b'q':
            stopped.set_result(None)
        writer.write(data)
        await writer.drain()
    writer.close()


async def main():
    global stopped
    stopped = asyncio.get_running_loop().create_future()
    server = await asyncio.start_server(echo, '127.0.0.1', 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await stopped


asyncio.run(main())
