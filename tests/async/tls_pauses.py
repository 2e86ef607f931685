# Flow control: a writer that is paused, a reader that pauses.
import asyncio
from _tls import *

class Sender(asyncio.Protocol):
    def __init__(self):
        self.paused = self.resumed = 0
        self.done = asyncio.get_running_loop().create_future()

    def connection_made(self, transport):
        self.transport = transport

    def pause_writing(self):
        self.paused += 1

    def resume_writing(self):
        self.resumed += 1

    def connection_lost(self, exc):
        self.done.set_result(exc)

class Receiver(asyncio.Protocol):
    def __init__(self):
        self.count = 0
        self.all = asyncio.get_running_loop().create_future()

    def connection_made(self, transport):
        self.transport = transport
        transport.pause_reading()
        asyncio.get_running_loop().call_later(0.05, self.go_on)

    def go_on(self):
        print('nothing until now', self.count, self.transport.is_reading())
        self.transport.resume_reading()
        print(self.transport.is_reading())

    def data_received(self, data):
        self.count += len(data)
        if self.count == 8_000_000:
            self.all.set_result(None)

async def main():
    loop = asyncio.get_running_loop()
    receivers = []

    def factory():
        receivers.append(Receiver())
        return receivers[-1]

    server = await loop.create_server(factory, '127.0.0.1', 0, ssl=server_context())
    transport, sender = await loop.create_connection(Sender, '127.0.0.1', server.sockets[0].getsockname()[1], ssl=client_context(), server_hostname='localhost')
    for _ in range(8):
        transport.write(b'x' * 1_000_000)
    print('paused', sender.paused, sender.resumed, transport.get_write_buffer_size() > 0)
    while not receivers:
        await asyncio.sleep(0)
    await receivers[0].all
    print('resumed', sender.resumed)
    transport.close()
    print(await sender.done)
    server.close()

asyncio.run(main())
