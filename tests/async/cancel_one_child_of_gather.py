# One cancelled child ends a gather with CancelledError; the others go on.
import asyncio


async def child(name):
    for i in range(3):
        await asyncio.sleep(0)
    print(name, 'finished')
    return name


async def main():
    a, b = asyncio.create_task(child('a')), asyncio.create_task(child('b'))
    g = asyncio.gather(a, b)
    await asyncio.sleep(0)
    a.cancel('only a')
    try:
        await g
    except asyncio.CancelledError as exc:
        print('gather raised', exc.args)
    print(g.cancelled())
    print(await b)
    c, d = asyncio.create_task(child('c')), asyncio.create_task(child('d'))
    g = asyncio.gather(c, d, return_exceptions=True)
    c.cancel('msg')
    print(await g)

asyncio.run(main())
