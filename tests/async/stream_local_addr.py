# local_addr binds before connecting; a taken one is an error.
import asyncio
import _net


async def main():
    accepted = asyncio.get_running_loop().create_future()
    server = await asyncio.start_server(lambda r, w: accepted.set_result(w), '127.0.0.1', 0)
    address = server.sockets[0].getsockname()
    reader, writer = await asyncio.open_connection(*address, local_addr=('127.0.0.5', 0))
    other = await accepted
    print(other.get_extra_info('peername')[0], writer.get_extra_info('sockname')[0])
    try:
        await asyncio.open_connection(*address, local_addr=address)
    except OSError as exc:
        print(type(exc).__name__, str(exc).replace(str(address[1]), 'PORT'))
    writer.close()
    other.close()
    await writer.wait_closed()
    await other.wait_closed()
    server.close()

_net.run(main)
