# Two protocols feed each other through flow control: a relay that pauses its source while its sink is full.
import asyncio
import socket
import _net


class Sink(asyncio.Protocol):
    def connection_made(self, transport):
        self.transport = transport
        transport.set_write_buffer_limits(1000)
        self.pauses = 0

    def pause_writing(self):
        self.pauses += 1
        self.source.transport.pause_reading()

    def resume_writing(self):
        self.source.transport.resume_reading()


class Source(asyncio.Protocol):
    def connection_made(self, transport):
        self.transport = transport

    def data_received(self, data):
        self.sink.transport.write(data)

    def connection_lost(self, exc):
        self.sink.transport.close()


async def main():
    loop = asyncio.get_running_loop()
    a, b = socket.socketpair()
    c, d = socket.socketpair()
    _, source = await loop.create_connection(Source, sock=b)
    _, sink = await loop.create_connection(Sink, sock=c)
    source.sink, sink.source = sink, source
    reader, _writer = await asyncio.open_connection(sock=d)
    _reader, writer = await asyncio.open_connection(sock=a)
    content = bytes(range(256)) * 8000

    async def send():
        for at in range(0, len(content), 10000):
            writer.write(content[at:at + 10000])
            await writer.drain()
        writer.close()

    task = asyncio.create_task(send())
    while not sink.pauses and not task.done():
        await asyncio.sleep(0.001)
    got = await reader.read()
    await task
    print(got == content, sink.pauses > 0)
    _writer.close()
    await _writer.wait_closed()
    await writer.wait_closed()

_net.run(main)
