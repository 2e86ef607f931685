# All parties go on together when the last one has come.
import asyncio


async def party(name, barrier, turns):
    for _ in range(turns):
        await asyncio.sleep(0)
    print(name, 'arrives')
    place = await barrier.wait()
    print(name, 'passes, place', place)


async def main():
    barrier = asyncio.Barrier(3)
    await asyncio.gather(party('a', barrier, 2), party('b', barrier, 0), party('c', barrier, 4))
    print(barrier.n_waiting, barrier.broken)

asyncio.run(main())
