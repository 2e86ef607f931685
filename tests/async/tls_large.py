# Megabytes both ways at once, with drain().
import asyncio
from _tls import *

async def main():
    data = bytes(range(256)) * 8192
    async with serving() as port:
        reader, writer = await connect(port)

        async def send():
            for start in range(0, len(data), 100000):
                writer.write(data[start:start + 100000])
                await writer.drain()

        sender = asyncio.create_task(send())
        print(await reader.readexactly(len(data)) == data)
        await sender
        writer.write(data)
        print(await reader.readexactly(len(data)) == data)
        await finish(writer)

asyncio.run(main())
