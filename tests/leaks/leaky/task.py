import asyncio


async def main():
    asyncio.kept = getattr(asyncio, 'kept', []) + [asyncio.create_task(asyncio.sleep(0))]
    await asyncio.sleep(0)

asyncio.run(main())
