# No descriptors are left when a loop first has to wait: it can, for timers, threads and signals; names are still found or not found.
import asyncio
import encodings.idna
import os
import resource
import signal
import socket

socket.getaddrinfo('localhost', 80)


async def main():
    loop = asyncio.get_running_loop()
    await asyncio.to_thread(int)
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (50, hard))
    kept = []
    try:
        while True:
            kept.append(os.dup(0))
    except OSError as exc:
        print(exc)
    try:
        print(await asyncio.wait_for(asyncio.sleep(0.02, 'slept'), 60))
        print(await asyncio.to_thread(lambda: 'from a thread'))
        for host in 'localhost', 'nothing.invalid', '127.0.0.1':
            for look in loop.getaddrinfo, asyncio.open_connection:
                try:
                    print(host, len(await look(host, 80)))
                except OSError:
                    print(host, 'cannot be reached')
        signal.signal(signal.SIGUSR1, lambda *_: event.set())
        event = asyncio.Event()
        loop.call_later(0.02, os.kill, os.getpid(), signal.SIGUSR1)
        print(await event.wait())
        loop.call_later(0.01, event.clear)
        while event.is_set():
            await asyncio.sleep(0.005)
    finally:
        for each in kept:
            os.close(each)
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    server = await asyncio.start_server(lambda r, w: w.close(), '127.0.0.1', 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    print(await reader.read())
    writer.close()
    server.close()
    await server.wait_closed()
    print('descriptors again')

asyncio.run(main())
