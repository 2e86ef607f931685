# No descriptors are left: each way of opening one says so, a server reports that it cannot accept, and takes the connection when it can again.
import asyncio
import os
import resource
import socket
import tempfile
import _net


async def handle(reader, writer):
    writer.write(await reader.readline())
    writer.close()


async def main():
    loop = asyncio.get_running_loop()
    reported = asyncio.Event()
    reports = set()

    def note(loop, context):
        reports.add((context['message'], repr(context['exception']), *sorted(context)))
        reported.set()

    loop.set_exception_handler(note)
    server = await asyncio.start_server(handle, '127.0.0.1', 0)
    address = server.sockets[0].getsockname()
    client = socket.socket()
    client.setblocking(False)
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (64, hard))
    kept = []
    with tempfile.TemporaryDirectory() as folder:
        try:
            while True:
                kept.append(os.dup(0))
        except OSError as exc:
            print(exc)
        await loop.sock_connect(client, address)
        await loop.sock_sendall(client, b'patience\n')
        await reported.wait()
        print(reports)
        for name, attempt in {
            'open_connection': lambda: asyncio.open_connection(*address),
            'start_server': lambda: asyncio.start_server(handle, '127.0.0.1', 0),
            'create_subprocess_exec': lambda: asyncio.create_subprocess_exec('true'),
            'with a pipe': lambda: asyncio.create_subprocess_exec('true', stdout=asyncio.subprocess.PIPE),
            'datagrams': lambda: loop.create_datagram_endpoint(asyncio.DatagramProtocol, local_addr=('127.0.0.1', 0)),
            'unix connection': lambda: asyncio.open_unix_connection(folder + '/none'),
            'unix server': lambda: asyncio.start_unix_server(handle, folder + '/new'),
            'a file': lambda: asyncio.to_thread(open, '/dev/null'),
        }.items():
            try:
                print(name, await attempt())
            except OSError as exc:
                print(name, type(exc).__name__, exc.errno, exc.strerror)
        for each in kept:
            os.close(each)
    print(await loop.sock_recv(client, 100))
    client.close()
    server.close()
    await server.wait_closed()
    resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))

_net.run(main)
