# The inner timeout fires: only the inner block sees TimeoutError. The outer fires: it passes through the inner as CancelledError.
import asyncio


async def main():
    try:
        async with asyncio.timeout(10):
            try:
                async with asyncio.timeout(0.005):
                    await asyncio.sleep(10)
            except TimeoutError:
                print('inner')
            await asyncio.sleep(0)
        print('outer fine')
    except TimeoutError:
        print('wrong')

    try:
        async with asyncio.timeout(0.005):
            try:
                async with asyncio.timeout(10):
                    await asyncio.sleep(10)
            except TimeoutError:
                print('wrong')
            except asyncio.CancelledError:
                print('inner sees CancelledError')
                raise
    except TimeoutError:
        print('outer')

asyncio.run(main())
