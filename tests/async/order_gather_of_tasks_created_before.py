# Tasks created before gather started first; gather adds the rest behind.
import asyncio


async def say(text):
    print(text, 1)
    await asyncio.sleep(0)
    print(text, 2)


async def main():
    late = say('coroutine')
    early = asyncio.create_task(say('task'))
    await asyncio.sleep(0)
    await asyncio.gather(late, early, say('last'))

asyncio.run(main())
