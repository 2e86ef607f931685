# A factory that raises costs only its own connection.
import asyncio
import _net


def report(loop, context):
    print('report:', context['message'], repr(context.get('exception')), sorted(context))


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(report)
    count = 0

    def factory():
        nonlocal count
        count += 1
        if count == 1:
            raise ValueError('no protocol today')
        return _net.Teller('second')

    server = await loop.create_server(factory, '127.0.0.1', 0)
    for _ in range(2):
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
        await asyncio.sleep(0.01)
        print(count)
        writer.close()
        await writer.wait_closed()
    await asyncio.sleep(0.01)
    server.close()
    await server.wait_closed()

_net.run(main)
