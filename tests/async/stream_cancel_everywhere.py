# Each await of a conversation cancelled once; the connection can be closed in good order each time.
import asyncio
import socket
import _net


async def conversation(address, where, events):
    reader, writer = await asyncio.open_connection(*address)
    try:
        events.append('connected')
        writer.write(b'x' * (1 << 22) if where == 'drain' else b'hello\n')
        if where == 'drain':
            await writer.drain()
        if where == 'readline':
            await reader.readline()
        if where == 'readexactly':
            await reader.readexactly(100)
        if where == 'readuntil':
            await reader.readuntil(b'never')
        if where == 'read':
            await reader.read()
        if where == 'iteration':
            async for line in reader:
                events.append(line)
        if where == 'wait_closed':
            await writer.wait_closed()
        events.append('not cancelled')
    except asyncio.CancelledError:
        events.append('cancelled in ' + where)
        raise
    finally:
        writer.transport.abort()


async def main():
    writers = []
    server = await asyncio.start_server(lambda r, w: (r._transport.pause_reading(), writers.append(w)), '127.0.0.1', 0)
    for where in ('drain', 'readline', 'readexactly', 'readuntil', 'read', 'iteration', 'wait_closed'):
        events = []
        task = asyncio.create_task(conversation(server.sockets[0].getsockname(), where, events))
        while not events:
            await asyncio.sleep(0)
        await _net.settle(5)
        task.cancel()
        results = await asyncio.gather(task, return_exceptions=True)
        print(where, events, results)
    for w in writers:
        w.transport.abort()
    server.close()
    await server.wait_closed()

_net.run(main)
