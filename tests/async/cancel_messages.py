# The message of cancel travels to the place of the await and to who awaits the task.
import asyncio


async def child(log):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as exc:
        log.append(('inside', exc.args))
        raise


async def case(msg):
    log = []
    task = asyncio.create_task(child(log))
    await asyncio.sleep(0)
    if msg is None:
        task.cancel()
    else:
        task.cancel(msg)
    try:
        await task
    except asyncio.CancelledError as exc:
        log.append(('outside', exc.args))
    print(log)


async def main():
    for msg in (None, 'stop it', '', 42):
        await case(msg)
    task = asyncio.create_task(asyncio.sleep(1))
    task.cancel(msg='keyword')
    try:
        await task
    except asyncio.CancelledError as exc:
        print(repr(exc))

asyncio.run(main())
