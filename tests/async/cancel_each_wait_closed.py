# wait_closed() of a writer cancelled; the connection closes all the same.
import asyncio


async def main():
    async def serve(reader, writer):
        print(await reader.read())
        writer.close()
    server = await asyncio.start_server(serve, '127.0.0.1', 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    writer.write(b'bye')
    writer.close()
    task = asyncio.create_task(writer.wait_closed())
    await asyncio.sleep(0)
    task.cancel()
    print(await asyncio.gather(task, return_exceptions=True))
    await asyncio.sleep(0.01)
    print(writer.is_closing(), reader.at_eof())
    server.close()
    await server.wait_closed()

asyncio.run(main())
