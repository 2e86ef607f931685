# CancelledError is a BaseException: `except Exception` lets it pass.
import asyncio

print(asyncio.CancelledError.__mro__)
print(repr(asyncio.CancelledError('x')), issubclass(asyncio.CancelledError, Exception))


async def child():
    try:
        await asyncio.sleep(10)
    except Exception:
        print('wrong')


async def main():
    task = asyncio.create_task(child())
    await asyncio.sleep(0)
    task.cancel()
    print(await asyncio.gather(task, return_exceptions=True))

asyncio.run(main())
