# A TCP proxy between a client and a server.
import asyncio


async def pipe(reader, writer, counter, key):
    try:
        while data := await reader.read(65536):
            counter[key] += len(data)
            writer.write(data)
            await writer.drain()
        if writer.can_write_eof():
            writer.write_eof()
    except (ConnectionError, asyncio.IncompleteReadError) as e:
        print("pipe broke", type(e).__name__)


def make_proxy(host, port, counter):
    async def handle(local_reader, local_writer):
        try:
            remote_reader, remote_writer = await asyncio.open_connection(host, port)
        except OSError as e:
            print("proxy cannot connect:", type(e).__name__, e.errno)
            local_writer.close()
            return
        await asyncio.gather(pipe(local_reader, remote_writer, counter, "up"), pipe(remote_reader, local_writer, counter, "down"))
        for w in (local_writer, remote_writer):
            w.close()
            await w.wait_closed()
    return handle


async def shout(reader, writer):
    while line := await reader.readline():
        writer.write(line.upper())
        await writer.drain()
    writer.close()


async def main():
    counter = {"up": 0, "down": 0}
    backend = await asyncio.start_server(shout, "127.0.0.1", 0)
    bport = backend.sockets[0].getsockname()[1]
    proxy = await asyncio.start_server(make_proxy("127.0.0.1", bport, counter), "127.0.0.1", 0)
    pport = proxy.sockets[0].getsockname()[1]
    async with proxy:
        async with backend:
            r, w = await asyncio.open_connection("127.0.0.1", pport)
            for word in ("alpha", "beta"):
                w.write(word.encode() + b"\n")
                print(await r.readline())
            w.write(b"x" * 50000 + b"\n")
            print(len(await r.readline()))
            w.write_eof()
            print(await r.read())
            w.close()
            await w.wait_closed()
        r, w = await asyncio.open_connection("127.0.0.1", pport)
        print(await r.read())
        w.close()
    print(counter)


asyncio.run(main())
