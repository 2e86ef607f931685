# Recursion through await, to a RecursionError and back.
import asyncio
import sys


async def depth(n):
    if n == 0:
        return 0
    return 1 + await depth(n - 1)


async def endless(n):
    return await endless(n + 1)


async def main():
    print(await depth(300))
    try:
        await endless(0)
    except RecursionError as exc:
        print('RecursionError', str(exc)[:32])
    print(await depth(300))

asyncio.run(main())
