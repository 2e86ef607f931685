# An echo server of datagrams and its client.
import asyncio
import _net


class Echo(asyncio.DatagramProtocol):
    def connection_made(self, transport):
        self.transport = transport
        print('echo: connection_made')

    def datagram_received(self, data, addr):
        print('echo:', data, addr[0])
        self.transport.sendto(data[::-1], addr)

    def connection_lost(self, exc):
        print('echo: connection_lost', exc)


class Client(asyncio.DatagramProtocol):
    def __init__(self):
        self.answers = asyncio.Queue()

    def datagram_received(self, data, addr):
        self.answers.put_nowait(data)

    def connection_lost(self, exc):
        print('client: connection_lost', exc)


async def main():
    loop = asyncio.get_running_loop()
    server, _ = await loop.create_datagram_endpoint(Echo, local_addr=('127.0.0.1', 0))
    address = server.get_extra_info('sockname')
    transport, protocol = await loop.create_datagram_endpoint(Client, remote_addr=address)
    print(transport.get_extra_info('peername') == address, server.get_extra_info('peername'))
    for data in (b'one', bytearray(b'two'), memoryview(b'three')):
        transport.sendto(data)
        print(await protocol.answers.get())
    transport.sendto(b'')
    transport.sendto(b'x' * 60000)
    print(len(await protocol.answers.get()))
    transport.close()
    transport.close()
    server.abort()
    print(transport.is_closing(), server.is_closing())
    await _net.settle(3)

Echo.datagram_received = (lambda received: lambda self, data, addr:
                          received(self, data, addr) if len(data) < 100 else self.transport.sendto(data, addr))(
                              Echo.datagram_received)
_net.run(main)
