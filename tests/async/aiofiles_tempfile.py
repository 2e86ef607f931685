# test: moray only
# aiofiles.tempfile: each kind, in `async with` and awaited.
import asyncio
import os
from aiofiles import tempfile


async def main():
    async with tempfile.TemporaryFile('w+') as f:
        await f.write('text')
        await f.seek(0)
        print(await f.read())
    async with tempfile.NamedTemporaryFile('wb+', suffix='.bin') as f:
        name = f.name
        await f.write(b'one\ntwo\n')
        await f.seek(0)
        print([line async for line in f], name.endswith('.bin'), os.path.exists(name))
    print(os.path.exists(name))
    async with tempfile.SpooledTemporaryFile(max_size=10, mode='w+') as f:
        await f.write('some more than ten')
        await f.seek(5)
        print(await f.read())
    async with tempfile.TemporaryDirectory() as folder:
        print(type(folder).__name__, os.path.isdir(folder))
    print(os.path.exists(folder))
    keeper = await tempfile.TemporaryDirectory()
    print(os.path.isdir(keeper.name))
    await keeper.cleanup()
    print(os.path.isdir(keeper.name))

asyncio.run(main())
