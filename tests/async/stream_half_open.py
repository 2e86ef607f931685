# A peer that says nothing: reads end in timeouts, and leave the connection usable.
import asyncio
import _net


async def main():
    server, (there, there_writer), (reader, writer) = await _net.streams()
    for call in (reader.readline, lambda: reader.readexactly(3), lambda: reader.readuntil(b'!'), lambda: reader.read(10)):
        try:
            async with asyncio.timeout(0.01):
                await call()
        except TimeoutError:
            print('timeout')
    try:
        await asyncio.wait_for(writer.wait_closed(), 0.01)
    except TimeoutError:
        print('wait_closed timed out')
    there_writer.write(b'awake\n')
    print(await asyncio.wait_for(reader.readline(), 5))
    there_writer.close()
    writer.close()
    await there_writer.wait_closed()
    await asyncio.gather(writer.wait_closed(), return_exceptions=True)
    server.close()

_net.run(main)
