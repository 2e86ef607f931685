# Cancelling a gather cancels its children.
import asyncio


async def child(name):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as exc:
        print(name, 'cancelled', exc.args)
        raise


async def main():
    g = asyncio.gather(child('a'), child('b'))
    await asyncio.sleep(0)
    print(g.cancel('all of you'), g.cancelled())
    try:
        await g
    except asyncio.CancelledError as exc:
        print('gather', exc.args)
    print(g.cancelled(), g.done(), g.cancel())

asyncio.run(main())
