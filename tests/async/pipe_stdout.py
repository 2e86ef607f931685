# Writing standard output through a StreamWriter, with drain.
import asyncio
import os
from asyncio import streams


async def main():
    loop = asyncio.get_running_loop()
    r, w = os.pipe()
    transport, protocol = await loop.connect_write_pipe(streams.FlowControlMixin, os.fdopen(w, 'wb', 0))
    writer = asyncio.StreamWriter(transport, protocol, None, loop)
    print(writer.__class__.__name__, 'reader' in repr(writer))
    writer.write(b'hello')
    await writer.drain()
    print(os.read(r, 10))
    total = 1 << 20
    writer.write(b'x' * total)
    task = asyncio.create_task(writer.drain())
    await asyncio.sleep(0)
    print(task.done())
    reader = asyncio.StreamReader()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), os.fdopen(r, 'rb', 0))
    got = len(await reader.readexactly(total))
    await task
    print(got == total)
    writer.close()
    print(await reader.read())

asyncio.run(main())
