# Values and exceptions sent into an asynchronous generator.
import asyncio


async def echo():
    received = None
    while True:
        try:
            received = yield received
            await asyncio.sleep(0)
        except KeyError as exc:
            received = f'caught {exc!r}'


async def main():
    g = echo()
    print(await g.asend(None))
    print(await g.asend('a'))
    print(await g.athrow(KeyError('k')))
    print(await g.asend('b'))
    try:
        await g.athrow(ValueError('v'))
    except ValueError as exc:
        print(repr(exc))
    try:
        await g.asend('c')
    except StopAsyncIteration:
        print('finished')
    h = echo()
    try:
        await h.asend('too early')
    except TypeError as exc:
        print(exc)
    await h.aclose()

asyncio.run(main())
