# An inner group's error is an error of the outer group's child.
import asyncio


async def fails(text):
    raise ValueError(text)


async def inner():
    async with asyncio.TaskGroup() as group:
        group.create_task(fails('deep'))
        group.create_task(asyncio.sleep(10))


async def main():
    try:
        async with asyncio.TaskGroup() as outer:
            outer.create_task(inner())
            outer.create_task(fails('shallow'))
    except ExceptionGroup as eg:
        print(repr(eg))
        print(len(eg.split(ValueError)[0].exceptions), eg.split(ValueError)[1])

    try:
        async with asyncio.TaskGroup() as outer:
            async with asyncio.TaskGroup() as inner_group:
                inner_group.create_task(fails('inner'))
    except ExceptionGroup as eg:
        print(repr(eg))

asyncio.run(main())
