# BufferedProtocol over TLS.
import asyncio
from _tls import *

class Buffered(asyncio.BufferedProtocol):
    def __init__(self):
        self.space = bytearray(700)
        self.got = bytearray()
        self.lost = asyncio.get_running_loop().create_future()

    def connection_made(self, transport):
        transport.write(b'abc' * 10000)
        self.transport = transport

    def get_buffer(self, sizehint):
        return memoryview(self.space)

    def buffer_updated(self, nbytes):
        self.got += self.space[:nbytes]
        if len(self.got) == 30000:
            print('complete', self.got == b'abc' * 10000)
            self.transport.close()

    def eof_received(self):
        print('eof')

    def connection_lost(self, exc):
        print('lost', exc)
        self.lost.set_result(None)

async def main():
    async with serving() as port:
        loop = asyncio.get_running_loop()
        _, protocol = await loop.create_connection(Buffered, '127.0.0.1', port, ssl=client_context(), server_hostname='localhost')
        await protocol.lost

asyncio.run(main())
