# The same in a task group.
import asyncio


async def say_later(delay, text):
    await asyncio.sleep(delay)
    print(text)
    return len(text)


async def main():
    async with asyncio.TaskGroup() as group:
        first = group.create_task(say_later(0.02, 'salut'))
        second = group.create_task(say_later(0.01, 'le monde'))
        print('waiting')
    print(first.result(), second.result())

asyncio.run(main())
