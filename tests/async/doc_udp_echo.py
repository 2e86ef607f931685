# Echo over datagrams.
import asyncio


class EchoServer:
    def connection_made(self, transport):
        self.transport = transport

    def datagram_received(self, data, addr):
        print(f'Server got {data.decode()!r}')
        self.transport.sendto(data, addr)

    def connection_lost(self, exc):
        pass


class EchoClient:
    def __init__(self, message, done):
        self.message = message
        self.done = done
        self.transport = None

    def connection_made(self, transport):
        self.transport = transport
        self.transport.sendto(self.message.encode())

    def datagram_received(self, data, addr):
        print('Received:', data.decode())
        self.transport.close()

    def error_received(self, exc):
        print('Error received:', exc)

    def connection_lost(self, exc):
        print('Connection closed', exc)
        self.done.set_result(True)


async def main():
    loop = asyncio.get_running_loop()
    server, _ = await loop.create_datagram_endpoint(EchoServer, local_addr=('127.0.0.1', 0))
    done = loop.create_future()
    transport, _ = await loop.create_datagram_endpoint(
        lambda: EchoClient('Datagram!', done), remote_addr=server.get_extra_info('sockname'))
    try:
        await done
    finally:
        transport.close()
        server.close()

asyncio.run(main())
