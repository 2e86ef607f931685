# Control flow around awaits: return in finally, nested try, loops.
import asyncio


async def override():
    try:
        await asyncio.sleep(0)
        return 'try'
    finally:
        await asyncio.sleep(0)
        return 'finally'


async def loop_flow():
    out = []
    for i in range(5):
        try:
            await asyncio.sleep(0)
            if i == 1:
                continue
            if i == 3:
                break
            out.append(i)
        finally:
            await asyncio.sleep(0)
            out.append(-i)
    else:
        out.append('else')
    return out


async def main():
    print(await asyncio.gather(override(), loop_flow()))

asyncio.run(main())
