# A cancelled to_thread does not stop the thread; its result is dropped.
import asyncio
import threading


async def main():
    go, log = threading.Event(), []

    def blocking():
        go.wait(5)
        log.append('thread ends')
        return 1
    task = asyncio.create_task(asyncio.to_thread(blocking))
    await asyncio.sleep(0.01)
    task.cancel()
    await asyncio.wait([task])
    print(task.cancelled(), log)
    go.set()
    await asyncio.to_thread(lambda: None)
    await asyncio.get_running_loop().shutdown_default_executor()
    print(log)

asyncio.run(main())
