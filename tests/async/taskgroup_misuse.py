# The states in repr, and what each refuses.
import asyncio


async def nothing():
    await asyncio.sleep(0)


async def attempt(group):
    coro = nothing()
    try:
        group.create_task(coro)
    except RuntimeError as exc:
        print(exc)
        coro.close()


async def main():
    group = asyncio.TaskGroup()
    print(repr(group))
    await attempt(group)
    async with group:
        print(repr(group))
        group.create_task(nothing(), name='named')
        print(repr(group), [t.get_name() for t in group._tasks])
    print(repr(group))
    await attempt(group)
    try:
        async with group:
            pass
    except RuntimeError as exc:
        print(exc)
    try:
        async with asyncio.TaskGroup() as group:
            child = group.create_task(nothing())
            child.cancel()
            group._abort()
            await attempt(group)
    finally:
        print(repr(group))

asyncio.run(main())
