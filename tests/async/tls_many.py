# Many connections at once, each handled by a task.
import asyncio
from _tls import *

async def main():
    context = client_context()
    async with serving() as port:
        async def one(n):
            reader, writer = await connect(port, context=context)
            for i in range(5):
                writer.write(b'%d:%d\n' % (n, i))
                assert await reader.readline() == b'%d:%d\n' % (n, i)
            await finish(writer)
            return n

        print(sum(await asyncio.gather(*map(one, range(20)))))

asyncio.run(main())
