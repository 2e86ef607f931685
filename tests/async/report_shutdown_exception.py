# A leftover task that answers its cancellation with an error.
import asyncio


async def bad():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        raise RuntimeError('during shutdown') from None


async def main():
    asyncio.create_task(bad(), name='bad')
    await asyncio.sleep(0)

asyncio.run(main())
print('run returned')
