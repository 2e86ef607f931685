# A TaskGroup's tasks start when its body suspends or ends.
import asyncio


async def child(name):
    print(name, 'begins')
    await asyncio.sleep(0)
    print(name, 'ends')
    return name


async def main():
    async with asyncio.TaskGroup() as group:
        a = group.create_task(child('a'))
        b = group.create_task(child('b'))
        print('body ends')
    print(a.result(), b.result())

asyncio.run(main())
