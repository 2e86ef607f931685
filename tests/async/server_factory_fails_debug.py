# In debug mode a failing factory is reported.  # test: heavy
import asyncio
import _net


def report(loop, context):
    print('report:', context['message'], repr(context.get('exception')), sorted(context))


def factory():
    raise ValueError('no protocol today')


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(report)
    server = await loop.create_server(factory, '127.0.0.1', 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    await asyncio.sleep(0.02)
    writer.close()
    await writer.wait_closed()
    server.close()
    await server.wait_closed()

asyncio.run(main(), debug=True)
