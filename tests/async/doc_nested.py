# A coroutine that is called but not awaited does not run.
import asyncio


async def answer():
    return 42


async def main():
    pending = answer()
    print(type(pending).__name__)
    pending.close()
    print(await answer())

asyncio.run(main())
