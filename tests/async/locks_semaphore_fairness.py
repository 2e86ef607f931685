# A newcomer does not overtake those who wait, even when a place is free.
import asyncio


async def user(name, sem):
    async with sem:
        print(name)


async def main():
    sem = asyncio.Semaphore(1)
    await sem.acquire()
    waiting = [asyncio.create_task(user(n, sem)) for n in 'ab']
    await asyncio.sleep(0)
    sem.release()
    print('locked for a newcomer:', sem.locked())
    await user('newcomer', sem)
    await asyncio.gather(*waiting)

asyncio.run(main())
