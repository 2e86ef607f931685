# The classical end of run_forever: stop, close the asynchronous generators, close the loop.
import asyncio


async def ticker():
    try:
        for i in range(100):
            yield i
            await asyncio.sleep(0)
    finally:
        print('ticker closed')


async def use(ticks, loop):
    async for i in ticks:
        print('tick', i)
        if i == 2:
            loop.stop()
            await asyncio.sleep(1000)

loop = asyncio.new_event_loop()
ticks = ticker()
task = loop.create_task(use(ticks, loop))
try:
    loop.run_forever()
finally:
    task.cancel()
    loop.run_until_complete(asyncio.gather(task, return_exceptions=True))
    loop.run_until_complete(loop.shutdown_asyncgens())
    loop.run_until_complete(loop.shutdown_default_executor())
    loop.close()
print(loop.is_closed(), task.cancelled())
