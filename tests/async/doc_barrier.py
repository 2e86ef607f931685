# Three tasks meet; one of them closes the party.
import asyncio


async def main():
    b = asyncio.Barrier(3)
    asyncio.create_task(b.wait())
    asyncio.create_task(b.wait())
    await asyncio.sleep(0)
    print(str(b).split('[')[1])
    await b.wait()
    print(str(b).split('[')[1])
    await asyncio.sleep(0)
    print(str(b).split('[')[1])
    print('barrier passed')

asyncio.run(main())
