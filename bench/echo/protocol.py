# The echo server as an asyncio Protocol.
import asyncio


class Echo(asyncio.Protocol):
    def connection_made(self, transport):
        self.transport = transport

    def data_received(self, data):
        if data == b'q':
            stopped.set_result(None)
        self.transport.write(data)


async def main():
    global stopped
    loop = asyncio.get_running_loop()
    stopped = loop.create_future()
    server = await loop.create_server(Echo, '127.0.0.1', 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await stopped


asyncio.run(main())
