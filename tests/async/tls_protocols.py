# Protocol classes over TLS: the order of their calls.
import asyncio
from _net import Teller
from _tls import *

class Quiet(Teller):
    def data_received(self, data):
        self.received += data
        if self.received.endswith(b'.'):
            self.tell('received', self.received)
            self.transport.write(self.received.upper())
            self.received = b''

    def eof_received(self):
        self.tell('eof_received')

class Client(Quiet):
    def data_received(self, data):
        self.received += data
        if self.received.endswith(b'.'):
            self.tell('received', self.received)
            self.transport.close()
            self.tell('closing', self.transport.is_closing())
            self.transport.write(b'too late')

async def main():
    loop = asyncio.get_running_loop()
    made = []

    def factory():
        made.append(Quiet('server'))
        return made[-1]

    server = await loop.create_server(factory, '127.0.0.1', 0, ssl=server_context())
    port = server.sockets[0].getsockname()[1]
    transport, client = await loop.create_connection(lambda: Client('client'), '127.0.0.1', port, ssl=client_context(), server_hostname='localhost')
    print(transport is client.transport, transport.get_protocol() is client)
    print(transport.get_write_buffer_size(), transport.get_write_buffer_limits(), transport.is_reading())
    transport.set_write_buffer_limits(high=1000, low=10)
    print(transport.get_write_buffer_limits(), transport.get_read_buffer_limits(), transport.get_read_buffer_size())
    try:
        transport.set_write_buffer_limits(high=1, low=10)
    except ValueError as exc:
        print(exc)
    transport.write(b'hello.')
    await client.lost
    await made[0].lost
    server.close()
    await server.wait_closed()

asyncio.run(main())
