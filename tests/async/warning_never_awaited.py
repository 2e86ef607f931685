# The forgotten await.
import asyncio


async def greet():
    print('never printed')


async def main():
    greet()
    print('main ends')

asyncio.run(main())
