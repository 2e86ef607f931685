import asyncio


async def main():
    asyncio.kept = getattr(asyncio, 'kept', []) + [asyncio.get_running_loop().call_soon(int)]

asyncio.run(main())
