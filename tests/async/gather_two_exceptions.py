# A second exception after the first is dropped without a report.
import asyncio


async def bad(text, turns):
    for _ in range(turns):
        await asyncio.sleep(0)
    print('raising', text)
    raise RuntimeError(text)


async def main():
    try:
        await asyncio.gather(bad('second', 2), bad('first', 1))
    except RuntimeError as exc:
        print('caught', exc)
    await asyncio.sleep(0.005)
    print('end')

asyncio.run(main())
