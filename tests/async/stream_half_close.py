# write_eof through streams: the peer reads to the end and still answers.
import asyncio
import _net


async def handle(reader, writer):
    data = await reader.read()
    writer.write(b'%d bytes' % len(data))
    writer.close()
    await writer.wait_closed()
    print('handler ends')


async def main():
    server = await asyncio.start_server(handle, '127.0.0.1', 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    print(writer.can_write_eof())
    writer.writelines([b'a' * 10, b'b' * 20])
    writer.write_eof()
    print(await reader.read())
    try:
        writer.write(b'x')
    except RuntimeError as exc:
        print(exc)
    writer.close()
    await writer.wait_closed()
    server.close()
    await server.wait_closed()

_net.run(main)
