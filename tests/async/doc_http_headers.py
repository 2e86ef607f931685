# Reads the head of an answer line by line, from a server of our own.
import asyncio


async def serve(reader, writer):
    await reader.readuntil(b'\r\n\r\n')
    writer.write(b'HTTP/1.0 200 OK\r\nServer: tiny\r\nContent-Length: 0\r\n\r\n')
    writer.close()


async def main():
    async with await asyncio.start_server(serve, '127.0.0.1', 0) as server:
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
        writer.write(b'HEAD / HTTP/1.0\r\nHost: localhost\r\n\r\n')
        while line := await reader.readline():
            line = line.decode('latin1').rstrip()
            if line:
                print(f'HTTP header> {line}')
        writer.close()
        await writer.wait_closed()

asyncio.run(main())
