# A proxy that copies both directions until both have ended.
import asyncio
import _net


async def upper(reader, writer):
    while data := await reader.read(100):
        writer.write(data.upper())
        await writer.drain()
    writer.write(b'(end)')
    writer.close()


async def pump(reader, writer):
    while data := await reader.read(7):
        writer.write(data)
        await writer.drain()
    if writer.can_write_eof() and not writer.is_closing():
        writer.write_eof()


async def main():
    target = await asyncio.start_server(upper, '127.0.0.1', 0)

    async def relay(reader, writer):
        there, there_writer = await asyncio.open_connection(*target.sockets[0].getsockname())
        await asyncio.gather(pump(reader, there_writer), pump(there, writer))
        for w in (writer, there_writer):
            w.close()
            await w.wait_closed()
        print('relay done')

    proxy = await asyncio.start_server(relay, '127.0.0.1', 0)
    reader, writer = await asyncio.open_connection(*proxy.sockets[0].getsockname())
    writer.write(b'a long message through the proxy, in small pieces')
    writer.write_eof()
    print(await reader.read())
    writer.close()
    await writer.wait_closed()
    await asyncio.sleep(0.02)
    for server in (proxy, target):
        server.close()
        await server.wait_closed()

_net.run(main)
