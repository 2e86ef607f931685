# Many connections at once, each with a conversation of its own.
import asyncio
import _net


async def handle(reader, writer):
    async for line in reader:
        writer.write(line[::-1].lstrip() + b'\n')
        await writer.drain()
    writer.close()


async def client(address, n):
    reader, writer = await asyncio.open_connection(*address)
    answers = []
    for k in range(5):
        writer.write(b'%d-%d\n' % (n, k))
        answers.append((await reader.readline()).strip().decode())
        await asyncio.sleep(0)
    writer.close()
    await writer.wait_closed()
    return answers


async def main():
    server = await asyncio.start_server(handle, '127.0.0.1', 0)
    address = server.sockets[0].getsockname()
    results = await asyncio.gather(*[client(address, n) for n in range(30)])
    print(results[0], results[29])
    print(all(answers == [f'{n}-{k}'[::-1] for k in range(5)] for n, answers in enumerate(results)))
    server.close()
    await server.wait_closed()

_net.run(main)
