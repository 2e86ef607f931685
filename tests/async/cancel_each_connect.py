# open_connection cancelled at each of the first turns, while the server listens.
import asyncio
import socket


async def main():
    listener = socket.create_server(('127.0.0.1', 0))
    address = listener.getsockname()
    for turn in range(4):
        task = asyncio.create_task(asyncio.open_connection(*address))
        for i in range(turn):
            await asyncio.sleep(0)
        cancelled = task.cancel()
        result = (await asyncio.gather(task, return_exceptions=True))[0]
        if isinstance(result, tuple):
            result[1].close()
            await result[1].wait_closed()
        print('ok' if isinstance(result, tuple) or isinstance(result, asyncio.CancelledError) else result, turn)
    listener.close()
    print(len(asyncio.all_tasks()))

asyncio.run(main())
