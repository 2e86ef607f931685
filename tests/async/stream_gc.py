# Streams nobody refers to any more: their memory and their sockets go.
import asyncio
import gc
import weakref
import _net


async def main():
    server, (there, there_writer), (reader, writer) = await _net.streams()
    writer.close()
    there_writer.close()
    await writer.wait_closed()
    await there_writer.wait_closed()
    refs = [weakref.ref(obj) for obj in (reader, writer, there, there_writer)]
    print(all(ref() is not None for ref in refs))
    server.close()
    await server.wait_closed()

_net.run(main)
