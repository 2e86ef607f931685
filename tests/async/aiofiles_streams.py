# test: moray only
# The wrappers of the standard streams; the loop goes on while a file is read.
import aiofiles
import asyncio
import os


async def main():
    await aiofiles.stdout.write('through stdout\n')
    await aiofiles.stdout.flush()
    await aiofiles.stdout_bytes.write(b'through stdout_bytes\n')
    await aiofiles.stdout_bytes.flush()
    print(await aiofiles.stdin.readline(), [line async for line in aiofiles.stdin])
    r, w = os.pipe()
    async with aiofiles.open(r, 'rb', buffering=0) as f:
        reading = asyncio.create_task(f.read(10))
        await asyncio.sleep(0.01)
        print(reading.done())
        os.write(w, b'now')
        print(await reading)
    os.close(w)

asyncio.run(main())
