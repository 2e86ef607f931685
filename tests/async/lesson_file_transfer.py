# A file goes through a Unix socket with a binary header.
import asyncio
import hashlib
import os
import struct
import tempfile


async def send_file(path, writer):
    size = os.path.getsize(path)
    name = os.path.basename(path).encode()
    writer.write(struct.pack("!HQ", len(name), size) + name)
    with open(path, "rb") as f:
        while chunk := f.read(8192):
            writer.write(chunk)
            await writer.drain()


async def receive_file(reader, folder):
    n, size = struct.unpack("!HQ", await reader.readexactly(10))
    name = (await reader.readexactly(n)).decode()
    digest = hashlib.sha256()
    left = size
    with open(os.path.join(folder, name), "wb") as f:
        while left:
            chunk = await reader.read(min(4096, left))
            if not chunk:
                raise EOFError(f"{left} bytes missing")
            digest.update(chunk)
            f.write(chunk)
            left -= len(chunk)
    return name, size, digest.hexdigest()


async def main():
    with tempfile.TemporaryDirectory() as src, tempfile.TemporaryDirectory() as dst:
        path = os.path.join(src, "data.bin")
        with open(path, "wb") as f:
            f.write(bytes(range(256)) * 1000)

        async def handle(reader, writer):
            try:
                name, size, digest = await receive_file(reader, dst)
                writer.write(f"{name} {size} {digest[:16]}".encode())
            except (asyncio.IncompleteReadError, EOFError) as e:
                writer.write(f"{type(e).__name__}: {e}".encode())
            await writer.drain()
            writer.close()
        sock = os.path.join(src, "sock")
        server = await asyncio.start_unix_server(handle, sock)
        async with server:
            r, w = await asyncio.open_unix_connection(sock)
            await send_file(path, w)
            print(await r.read())
            w.close()
            await w.wait_closed()
            r, w = await asyncio.open_unix_connection(sock)
            w.write(struct.pack("!HQ", 1, 100) + b"x" + b"only this")
            w.write_eof()
            print(await r.read())
            w.close()
            r, w = await asyncio.open_unix_connection(sock)
            w.write(b"abc")
            w.write_eof()
            print(await r.read())
            w.close()
        print(sorted(os.listdir(dst)), os.path.getsize(os.path.join(dst, "data.bin")))
        print(os.path.exists(sock))
        try:
            await asyncio.open_unix_connection(os.path.join(src, "nobody"))
        except FileNotFoundError as e:
            print(type(e).__name__, e.errno)


asyncio.run(main())
