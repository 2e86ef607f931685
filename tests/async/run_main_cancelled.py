# A main that cancels itself: CancelledError comes out of run.
import asyncio


async def main():
    asyncio.current_task().cancel('bye')
    await asyncio.sleep(0)

try:
    asyncio.run(main())
except asyncio.CancelledError as exc:
    print('cancelled', exc.args)
