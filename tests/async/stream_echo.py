# open_connection and start_server, line by line.
import asyncio
import _net


async def handle(reader, writer):
    print('connected', writer.get_extra_info('peername')[0])
    while line := await reader.readline():
        print('server got', line)
        writer.write(line.upper())
        await writer.drain()
    print('server at_eof', reader.at_eof())
    writer.close()
    await writer.wait_closed()


async def main():
    server = await asyncio.start_server(handle, '127.0.0.1', 0)
    async with server:
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
        for n in range(3):
            writer.write(f'line {n}\n'.encode())
            print('client got', await reader.readline())
        writer.write_eof()
        print('rest', await reader.read())
        writer.close()
        await writer.wait_closed()
        print(writer.is_closing(), reader.at_eof())

_net.run(main)
