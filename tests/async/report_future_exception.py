# A future whose exception nobody read.
import asyncio


async def main():
    fut = asyncio.get_running_loop().create_future()
    fut.set_exception(OSError('lost'))
    del fut
    read = asyncio.get_running_loop().create_future()
    read.set_exception(OSError('read'))
    read.exception()
    print('main ends')

asyncio.run(main())
