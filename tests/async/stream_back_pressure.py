# A reader that is not read stops its transport; drain waits until the other side reads.
import asyncio
import _net


async def main():
    server, (server_reader, server_writer), (reader, writer) = await _net.streams()
    chunk = b'x' * 65536
    sent = 0
    task = None
    while True:
        writer.write(chunk)
        sent += len(chunk)
        task = asyncio.create_task(writer.drain())
        done, _ = await asyncio.wait([task], timeout=0.05)
        if not done:
            break
    print('drain waits', not task.done(), 'reader paused', 'paused' in repr(server_reader))
    print('more than the limit', len(server_reader._buffer) > 2 * 65536, sent > 1 << 18)
    got = 0
    while got < sent:
        got += len(await server_reader.read(1 << 20))
    await task
    print('all', got == sent, 'paused' in repr(server_reader))
    writer.close()
    print(await server_reader.read())
    server_writer.close()
    await writer.wait_closed()
    await server_writer.wait_closed()
    server.close()

_net.run(main)
