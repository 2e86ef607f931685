# SystemExit sets the exit status.
import asyncio
import sys


async def main():
    try:
        await asyncio.sleep(0)
        sys.exit(5)
    finally:
        print('finally')

asyncio.run(main())
