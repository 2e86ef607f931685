# Echo client and server with streams.
import asyncio


async def serve(reader, writer):
    data = await reader.read(100)
    print(f'Received {data.decode()!r}')
    writer.write(data)
    await writer.drain()
    print('Close the connection')
    writer.close()
    await writer.wait_closed()


async def client(port, message):
    reader, writer = await asyncio.open_connection('127.0.0.1', port)
    print(f'Send: {message!r}')
    writer.write(message.encode())
    await writer.drain()
    data = await reader.read(100)
    print(f'Reply: {data.decode()!r}')
    writer.close()
    await writer.wait_closed()


async def main():
    server = await asyncio.start_server(serve, '127.0.0.1', 0)
    async with server:
        await client(server.sockets[0].getsockname()[1], 'Bonjour!')

asyncio.run(main())
