# Talks to an echo server and says what came back: client.py tcp|unix|udp|tls port-or-path
import asyncio
import os
import sys

kind, address = sys.argv[1:3]


async def connect(**options):
    if kind == 'unix':
        return await asyncio.open_unix_connection(address, **options)
    if kind == 'tls':
        import ssl
        context = ssl.create_default_context(cafile=os.path.join(os.path.dirname(__file__), '../stdlib/certs/ca.pem'))
        options.update(ssl=context, server_hostname='localhost')
    return await asyncio.open_connection('127.0.0.1', int(address), **options)


async def lines():
    reader, writer = await connect()
    for n in range(100):
        writer.write(f'line {n}\n'.encode())
        answer = await reader.readline()
        assert answer == f'line {n}\n'.encode(), answer
    writer.close()
    await writer.wait_closed()
    print('lines ok')


async def bulk():
    """Twenty megabytes there and back, with the end of the stream as the only mark; TLS has no such mark in one direction, so there they are counted."""
    reader, writer = await connect(limit=1 << 16)
    block = bytes(range(256)) * 256

    async def send():
        for n in range(320):
            writer.write(block)
            await writer.drain()
        if writer.can_write_eof():
            writer.write_eof()

    task = asyncio.create_task(send())
    got = 0
    while data := await reader.read(50000):
        start = got % 256
        assert data[:256] == (block * 2)[start:start + 256][:len(data)]
        got += len(data)
        if got == 320 * len(block) and not writer.can_write_eof():
            break
    await task
    writer.close()
    await writer.wait_closed()
    print('bulk', got == 320 * len(block))


async def many():
    async def one(n):
        reader, writer = await connect()
        message = b'%d,' % n * 500
        writer.write(message)
        answer = await reader.readexactly(len(message))
        writer.close()
        await writer.wait_closed()
        return answer == message

    print('many', all(await asyncio.gather(*[one(n) for n in range(50)])))


class Datagrams(asyncio.DatagramProtocol):
    def __init__(self):
        self.answers = asyncio.Queue()

    def datagram_received(self, data, addr):
        self.answers.put_nowait(data)


async def datagrams():
    loop = asyncio.get_running_loop()
    transport, protocol = await loop.create_datagram_endpoint(Datagrams, remote_addr=('127.0.0.1', int(address)))
    for size in (1, 100, 5000):
        transport.sendto(b'd' * size)
        print('datagram', len(await asyncio.wait_for(protocol.answers.get(), 5)) == size)
    transport.close()


async def main():
    if kind == 'udp':
        await datagrams()
    else:
        await lines()
        await bulk()
        await many()


asyncio.run(main())
