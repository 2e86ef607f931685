# A task's callbacks run the turn after it ends, before its awaiter if added before.
import asyncio


async def child():
    print('child')
    return 5


async def main():
    task = asyncio.create_task(child())
    task.add_done_callback(lambda t: print('callback before', t.result()))

    async def awaiter():
        print('awaiter got', await task)

    other = asyncio.create_task(awaiter())
    await asyncio.sleep(0)
    task.add_done_callback(lambda t: print('callback after', t.result()))
    await other

asyncio.run(main())
