# Tasks and futures while each of asyncio's functions waits for them: the names of the callbacks, and what is waited for.
import asyncio, re


def P(*values):
    """Prints reprs without what differs from run to run, and without the places of the library."""
    for value in values:
        text = value if isinstance(value, str) else repr(value)
        text = re.sub("0x[0-9a-f]+|(?<=[pf][id]d=)\\d+|(?<=[pf]d=)\\d+|(?<=<Process )\\d+|(?<=when=)[\\d.]+|\\(\\'127[^)]*\\)", '...', text)
        text = re.sub('at (<frozen [\\w.]+>|\\S*/lib/python\\S*):\\d+', 'at LIBRARY', text)
        print(re.sub('[^ (]*/(\\w+\\.py)', '\\1', text))


async def w(n=1):
    await asyncio.sleep(n)


async def show(name, make):
    t = asyncio.create_task(w(), name='child')
    m = asyncio.ensure_future(make(t))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(name)
    P(t)
    P(m)
    t.cancel()
    m.cancel()
    await asyncio.gather(t, m, return_exceptions=True)


async def aw(x):
    return await x


async def ac(t):
    for f in asyncio.as_completed([t]):
        await f


async def tg(t):
    async with asyncio.TaskGroup() as g:
        x = g.create_task(w(5), name='in group')
        await asyncio.sleep(0)
        P(x)
        await asyncio.sleep(5)


async def to(t):
    async with asyncio.timeout(5):
        await t


async def q(t):
    qq = asyncio.Queue()
    await qq.get()


async def lk(t):
    l = asyncio.Lock()
    await l.acquire()
    await l.acquire()


async def main():
    await show('gather', lambda t: asyncio.gather(t))
    await show('wait', lambda t: asyncio.wait([t]))
    await show('wait timeout', lambda t: asyncio.wait([t], timeout=5))
    await show('wait_for', lambda t: asyncio.wait_for(t, 5))
    await show('shield', lambda t: asyncio.shield(t))
    await show('shield aw', lambda t: aw(asyncio.shield(t)))
    await show('await', lambda t: aw(t))
    await show('as_completed', ac)
    await show('tg', tg)
    await show('to', to)
    await show('q', q)
    await show('lock', lk)
    P(asyncio.current_task())


asyncio.run(main())
