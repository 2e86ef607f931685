# test: moray only
# Reading and writing through aiofiles: modes, positions, lines, iteration, errors.
import aiofiles
import asyncio
import os
import tempfile


async def main():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'note.txt')
        async with aiofiles.open(path, 'w', encoding='utf-8') as f:
            print(type(f).__name__, f.closed, f.mode, f.encoding, os.path.basename(f.name))
            print(await f.write('första\n'), await f.writelines(['two\n', 'three\n', 'four']), await f.tell() > 0)
            await f.flush()
            print(await f.writable(), await f.readable(), await f.isatty())
        print(f.closed)
        async with aiofiles.open(path, mode='r', encoding='utf-8') as f:
            print(repr(await f.read(4)), repr(await f.readline()), await f.readlines(), repr(await f.read()))
            print(await f.seek(0), repr(await f.readline()))
        async with aiofiles.open(path, encoding='utf-8') as f:
            async for line in f:
                print(repr(line))
        f = await aiofiles.open(path, 'r+b')
        print(type(f).__name__, await f.read(3), await f.seek(-4, 2), await f.read(), await f.truncate(3), f.fileno() > 2)
        await f.close()
        await f.close()
        async with aiofiles.open(path, 'ab') as f:
            await f.write(b'!')
        async with aiofiles.open(path, 'rb', buffering=0) as f:
            buffer = bytearray(10)
            print(type(f).__name__, await f.readinto(buffer), bytes(buffer).rstrip(b'\0'), await f.readall())
        for action in (lambda: aiofiles.open(path + 'x'), lambda: aiofiles.open(path, 'q')):
            try:
                async with action():
                    print('not here')
            except (OSError, ValueError) as error:
                print(type(error).__name__, str(error).split(':')[0])
        try:
            await f.read()
        except ValueError as error:
            print(error)
        try:
            f.nonsense
        except AttributeError as error:
            print(error)

asyncio.run(main())
