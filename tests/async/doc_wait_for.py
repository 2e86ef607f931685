# wait_for cancels what it waits for.
import asyncio


async def eternity():
    try:
        await asyncio.sleep(3600)
    except asyncio.CancelledError:
        print('cut short')
        raise
    print('yay!')


async def main():
    try:
        await asyncio.wait_for(eternity(), timeout=0.01)
    except TimeoutError as error:
        print('timeout!', repr(error), repr(error.__cause__))

asyncio.run(main())
