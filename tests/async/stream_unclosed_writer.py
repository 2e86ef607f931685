# wait_closed before close waits; a writer may be closed many times.
import asyncio
import _net


async def main():
    server, (there, there_writer), (reader, writer) = await _net.streams()
    waiting = asyncio.create_task(writer.wait_closed())
    await _net.settle()
    print(waiting.done())
    waiting.cancel()
    print(await asyncio.gather(waiting, return_exceptions=True))
    writer.close()
    writer.close()
    await writer.wait_closed() if not writer.transport.get_protocol()._closed.cancelled() else None
    print(writer.is_closing())
    there_writer.close()
    await there_writer.wait_closed()
    await there_writer.wait_closed()
    server.close()

_net.run(main)
