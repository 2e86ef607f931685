# What was received before the connection was lost can still be read.
import asyncio
import _net


async def main():
    server, (there, there_writer), (reader, writer) = await _net.streams()
    writer.write(b'one\ntwo\nthree')
    writer.close()
    await writer.wait_closed()
    await _net.settle()
    print(await there.readline(), await there.readline(), await there.readline(), await there.readline())
    there_writer.close()
    await there_writer.wait_closed()
    print(await there.read())
    server.close()

_net.run(main)
