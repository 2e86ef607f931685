# test: moray only
# aiofiles.os and aiofiles.ospath.
import aiofiles
import aiofiles.os
import aiofiles.ospath
import asyncio
import os
import tempfile


async def main():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'a')
        await aiofiles.os.makedirs(os.path.join(path, 'b', 'c'), exist_ok=True)
        await aiofiles.os.mkdir(os.path.join(path, 'd'))
        print(sorted(await aiofiles.os.listdir(path)), await aiofiles.os.path.isdir(path), await aiofiles.ospath.isfile(path))
        file = os.path.join(path, 'file')
        async with aiofiles.open(file, 'w') as f:
            await f.write('12345')
        print((await aiofiles.os.stat(file)).st_size, await aiofiles.os.path.getsize(file), await aiofiles.os.path.exists(file))
        await aiofiles.os.rename(file, file + '2')
        await aiofiles.os.symlink(file + '2', file)
        print(await aiofiles.os.path.islink(file), sorted(e.name for e in await aiofiles.os.scandir(path)))
        await aiofiles.os.replace(file + '2', file)
        await aiofiles.os.remove(file)
        await aiofiles.os.rmdir(os.path.join(path, 'd'))
        await aiofiles.os.removedirs(os.path.join(path, 'b', 'c'))
        print(await aiofiles.os.path.exists(path))
        try:
            await aiofiles.os.unlink(file)
        except FileNotFoundError as error:
            print(type(error).__name__)

asyncio.run(main())
