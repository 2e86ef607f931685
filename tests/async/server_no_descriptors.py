# accept() without descriptors left: a report, and the server goes on a second later.
import asyncio
import os
import resource
import socket
import _net


def report(loop, context):
    print('report:', context['message'], repr(context['exception']), sorted(context), type(context['socket']).__name__)


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(report)
    server = await loop.create_server(lambda: _net.Teller('server'), '127.0.0.1', 0, backlog=1)
    client = socket.socket()
    client.setblocking(False)
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (64, hard))
    taken = []
    try:
        while True:
            taken.append(os.dup(0))
    except OSError:
        pass
    await loop.sock_connect(client, server.sockets[0].getsockname())
    await asyncio.sleep(0.05)
    for fd in taken:
        os.close(fd)
    resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    print('room again')
    await asyncio.sleep(1.1)
    client.close()
    await asyncio.sleep(0.05)
    server.close()
    await server.wait_closed()

_net.run(main)
