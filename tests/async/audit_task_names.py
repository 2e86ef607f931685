# Names count up; a name that is no string is made one.
import asyncio


async def nothing():
    pass


async def main():
    names = []
    first = asyncio.create_task(nothing())
    base = int(first.get_name().removeprefix('Task-'))
    for _ in range(3):
        names.append(int(asyncio.create_task(nothing()).get_name().removeprefix('Task-')) - base)
    print(names)
    print([asyncio.create_task(nothing(), name=n).get_name() for n in (3, '', ('a', 1), 'x')])
    async with asyncio.TaskGroup() as group:
        print(group.create_task(nothing(), name='in group').get_name())

asyncio.run(main())
