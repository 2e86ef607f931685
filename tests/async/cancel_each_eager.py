# Eager tasks cancelled when they were suspended, and cancelling themselves while they start.
import asyncio


async def selfish(log):
    asyncio.current_task().cancel()
    log.append('asked')
    try:
        await asyncio.sleep(0)
        log.append('not reached')
    except asyncio.CancelledError:
        log.append('hit')
        raise


async def no_await(log):
    asyncio.current_task().cancel()
    log.append('returns')
    return 5


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    for f in (selfish, no_await):
        log = []
        task = asyncio.create_task(f(log))
        print(log, task.done(), task.cancelling())
        print(await asyncio.gather(task, return_exceptions=True), log)

asyncio.run(main())
