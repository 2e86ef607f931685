# serve_forever cancelled: the server is closed.
import asyncio


async def main():
    server = await asyncio.start_server(lambda r, w: None, '127.0.0.1', 0, start_serving=False)
    print(server.is_serving())
    task = asyncio.create_task(server.serve_forever())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(server.is_serving())
    task.cancel()
    print(await asyncio.gather(task, return_exceptions=True), server.is_serving(), server.sockets)
    try:
        await server.serve_forever()
    except RuntimeError as error:
        print(str(error).split(' is ')[1])

asyncio.run(main())
