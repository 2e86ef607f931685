# A deadline in the past fires at the first suspension, in the next turn.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    for make in (lambda: asyncio.timeout(0), lambda: asyncio.timeout(-1), lambda: asyncio.timeout_at(loop.time() - 5)):
        try:
            async with make() as t:
                print('entered')
                await asyncio.sleep(0)
                print('one turn')
                await asyncio.sleep(0)
                print('never')
        except TimeoutError:
            print('timed out', t.expired())
    async with asyncio.timeout(0):
        print('no suspension, no timeout')

asyncio.run(main())
