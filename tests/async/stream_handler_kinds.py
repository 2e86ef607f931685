# The callback of start_server: a coroutine function, a plain function, one that fails, a failing coroutine.
import asyncio
import _net


def report(loop, context):
    print('report:', context['message'], repr(context['exception']), sorted(context))


async def coroutine(reader, writer):
    writer.write(b'coroutine')
    writer.close()


def plain(reader, writer):
    writer.write(b'plain')
    writer.close()


async def failing(reader, writer):
    writer.write(b'failing')
    raise ValueError('in the handler')


async def cancelled(reader, writer):
    writer.close()
    asyncio.current_task().cancel()
    await asyncio.sleep(0)


async def main():
    asyncio.get_running_loop().set_exception_handler(report)
    for handler in (coroutine, plain, failing):
        server = await asyncio.start_server(handler, '127.0.0.1', 0)
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
        print(handler.__name__, await reader.read())
        writer.close()
        await writer.wait_closed()
        server.close()
        await server.wait_closed()

_net.run(main)
