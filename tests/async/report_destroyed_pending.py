# A pending task that is thrown away with its loop.
import asyncio
import gc


async def spin():
    while True:
        await asyncio.sleep(0)


def lose():
    loop = asyncio.new_event_loop()
    task = loop.create_task(spin(), name='lost')
    loop.run_until_complete(asyncio.sleep(0))
    print(task.done())
    loop.close()

lose()
gc.collect()
print('end')
