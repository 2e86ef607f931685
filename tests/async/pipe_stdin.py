# Reading standard input as a stream.
import asyncio
import os
import sys

r, w = os.pipe()
os.dup2(r, 0)
os.write(w, b'first\nsecond\n\nlast without newline')
os.close(r)
os.close(w)


async def main():
    loop = asyncio.get_running_loop()
    reader = asyncio.StreamReader()
    transport, _ = await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    print(await reader.readline())
    async for line in reader:
        print('line', line)
    print(reader.at_eof())
    transport.close()

asyncio.run(main())
