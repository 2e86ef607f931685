# Several tasks that wait for one future wake in the order of waiting.
import asyncio


async def waiter(name, fut):
    print(name, 'waits')
    print(name, 'got', await fut)


async def main():
    fut = asyncio.get_running_loop().create_future()
    tasks = [asyncio.create_task(waiter(n, fut)) for n in 'abc']
    await asyncio.sleep(0)
    fut.add_done_callback(lambda f: print('callback added after the waiters'))
    fut.set_result(7)
    print('set')
    await asyncio.gather(*tasks)

asyncio.run(main())
