# Barrier: draining, reset, abort, repr.
import asyncio


def show(x):
    print(repr(x)[repr(x).index('['):])


async def party(name, barrier):
    try:
        async with barrier as place:
            print(name, 'place', place)
    except asyncio.BrokenBarrierError as exc:
        print(name, 'broken:', exc)


async def main():
    barrier = asyncio.Barrier(2)
    show(barrier)
    a = asyncio.create_task(party('a', barrier))
    await asyncio.sleep(0)
    show(barrier)
    await asyncio.gather(a, party('b', barrier))
    c = asyncio.create_task(party('c', barrier))
    await asyncio.sleep(0)
    await barrier.reset()
    await c
    show(barrier)
    d = asyncio.create_task(party('d', barrier))
    await asyncio.sleep(0)
    await barrier.abort()
    await d
    await party('e', barrier)
    show(barrier)
    print(barrier.broken, barrier.parties, barrier.n_waiting)
    try:
        asyncio.Barrier(0)
    except ValueError as exc:
        print(exc)

asyncio.run(main())
