# KeyboardInterrupt in a task leaves the loop at once; the rest is cancelled.
import asyncio


async def child():
    await asyncio.sleep(0)
    raise KeyboardInterrupt('from child')


async def main():
    try:
        await asyncio.create_task(child())
    except KeyboardInterrupt as exc:
        print('main saw', repr(exc))
    except asyncio.CancelledError:
        print('main cancelled')
        raise
    finally:
        print('main ends')

try:
    asyncio.run(main())
except KeyboardInterrupt as exc:
    print('outside', repr(exc))
