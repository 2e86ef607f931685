# contextlib's asynchronous helpers.
import asyncio
from contextlib import AsyncExitStack, aclosing, asynccontextmanager


@asynccontextmanager
async def room(name):
    print('open', name)
    await asyncio.sleep(0)
    try:
        yield name
    except ValueError as exc:
        print(name, 'handles', exc)
    finally:
        print('close', name)


async def gen():
    try:
        yield 1
        yield 2
    finally:
        print('gen closed')


async def main():
    async with room('a') as a:
        print('in', a)
        raise ValueError('v')
    async with AsyncExitStack() as stack:
        for name in 'xy':
            await stack.enter_async_context(room(name))
        stack.push_async_callback(asyncio.sleep, 0)
        print('stacked')
    async with aclosing(gen()) as g:
        async for x in g:
            print(x)
            break
    print('end')

asyncio.run(main())
