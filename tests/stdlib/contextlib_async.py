# Async managers and AsyncExitStack.
import asyncio
from functools import *
from contextlib import *

@contextmanager
def cm(tag, swallow=False):
    """cm doc"""
    print('enter', tag)
    try:
        yield tag
    except ValueError as e:
        print('got', e)
        if not swallow:
            raise
    finally:
        print('exit', tag)


@cm('deco')
def f():
    print('f')
    return 3


class Cl:

    def close(self):
        print('closed')

    async def aclose(self):
        print('aclosed')


@asynccontextmanager
async def acm(t):
    print('aenter', t)
    try:
        yield t
    finally:
        print('aexit', t)


async def main():
    async with acm(1) as x:
        print(x)
    async with aclosing(Cl()):
        pass
    try:
        async with acm(2):
            raise ValueError(3)
    except ValueError as e:
        print(repr(e))
    async with AsyncExitStack() as st:
        print(await st.enter_async_context(acm(5)))
        st.enter_context(cm(6))

        async def cb(*a):
            print('acb', a)
        st.push_async_callback(cb, 1, 2)
        st.push_async_exit(acm(9)) if 0 else None
    try:
        async with AsyncExitStack() as st:
            await st.enter_async_context(3)
    except TypeError as e:
        print(e)

    @acm('d')
    async def f():
        return 5
    print(await f())
    async with nullcontext(4) as q:
        print(q)


asyncio.run(main())
