# A connection that nobody takes ends with the timeout; a server that is gone refuses, and a client that goes on trying finds it when it is back.
import asyncio
import socket


async def unanswered():
    listener = socket.socket()
    listener.bind(('127.0.0.1', 0))
    listener.listen(0)
    address, held = listener.getsockname(), []
    for _ in range(4):  # the queue is full with these
        held.append(socket.socket())
        held[-1].setblocking(False)
        try:
            held[-1].connect(address)
        except BlockingIOError:
            pass
    await asyncio.sleep(0.05)
    try:
        await asyncio.wait_for(asyncio.open_connection(*address), 0.05)
    except TimeoutError as exc:
        print(repr(exc))
    try:
        async with asyncio.timeout(0.05):
            await asyncio.open_connection(*address)
    except TimeoutError as exc:
        print(repr(exc))
    for each in held:
        each.close()
    listener.close()


async def restarted():
    async def handle(reader, writer):
        async for line in reader:
            writer.write(line.upper())
        writer.close()

    server = await asyncio.start_server(handle, '127.0.0.1', 0)
    address = server.sockets[0].getsockname()
    reader, writer = await asyncio.open_connection(*address)
    writer.write(b'first\n')
    print(await reader.readline())
    writer.close()
    await writer.wait_closed()
    server.close()
    await server.wait_closed()
    refused = asyncio.Event()

    async def client():
        while True:
            try:
                reader, writer = await asyncio.open_connection(*address)
            except ConnectionRefusedError:
                refused.set()
                await asyncio.sleep(0.005)
                continue
            writer.write(b'again\n')
            print(await reader.readline())
            writer.close()
            return await writer.wait_closed()

    task = asyncio.create_task(client())
    await refused.wait()
    server = await asyncio.start_server(handle, *address, reuse_address=True)
    await task
    server.close()
    await server.wait_closed()


async def main():
    await unanswered()
    await restarted()

asyncio.run(main())
