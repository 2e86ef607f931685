# Eager tasks run up to their first suspension while they are created.
import asyncio


async def cached(key, store={'a': 1}):
    if key in store:
        return store[key]
    await asyncio.sleep(0)
    store[key] = ord(key)
    return store[key]


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    hit = asyncio.create_task(cached('a'))
    miss = asyncio.create_task(cached('b'))
    print(hit.done(), miss.done())
    print(await hit, await miss)

asyncio.run(main())
