# set_result from a timer, from a callback, from a task.
import asyncio


async def waiter(name, fut):
    print(name, await fut)


async def main():
    loop = asyncio.get_running_loop()
    futs = {n: loop.create_future() for n in ('timer', 'callback', 'task')}
    tasks = [asyncio.create_task(waiter(n, f)) for n, f in futs.items()]

    async def resolver():
        print('resolver runs')
        futs['task'].set_result('by task')

    loop.call_later(0.01, futs['timer'].set_result, 'by timer')
    tasks.append(asyncio.create_task(resolver()))
    loop.call_soon(futs['callback'].set_result, 'by callback')
    await asyncio.gather(*tasks)

asyncio.run(main())
