# Echo client and server with protocols.
import asyncio


class EchoServer(asyncio.Protocol):
    def connection_made(self, transport):
        print('Connection made', transport.get_extra_info('peername')[0])
        self.transport = transport

    def data_received(self, data):
        print(f'Data received: {data.decode()!r}')
        self.transport.write(data)
        self.transport.close()


class EchoClient(asyncio.Protocol):
    def __init__(self, message, done):
        self.message = message
        self.done = done

    def connection_made(self, transport):
        transport.write(self.message.encode())
        print(f'Data sent: {self.message!r}')

    def data_received(self, data):
        print(f'Data echoed: {data.decode()!r}')

    def connection_lost(self, exc):
        print('The server closed the connection', exc)
        self.done.set_result(True)


async def main():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(EchoServer, '127.0.0.1', 0)
    async with server:
        done = loop.create_future()
        transport, _ = await loop.create_connection(lambda: EchoClient('Hi there', done), *server.sockets[0].getsockname())
        try:
            await done
        finally:
            transport.close()

asyncio.run(main())
