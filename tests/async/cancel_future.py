# Cancelling a future: its waiters get CancelledError, its callbacks run.
import asyncio


async def waiter(fut):
    try:
        await fut
    except asyncio.CancelledError as exc:
        print('waiter', exc.args)
        raise


async def main():
    fut = asyncio.get_running_loop().create_future()
    fut.add_done_callback(lambda f: print('callback', f.cancelled()))
    task = asyncio.create_task(waiter(fut))
    await asyncio.sleep(0)
    print(fut.cancel('enough'), fut.cancel('again'))
    await asyncio.wait([task])
    print(task.cancelled())
    for name in 'result', 'exception':
        try:
            getattr(fut, name)()
        except asyncio.CancelledError as exc:
            print(name, exc.args)

asyncio.run(main())
