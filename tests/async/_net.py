# What the tests of connections share: a protocol that tells what happens to it, and a run that looks for lost descriptors.
import asyncio
import os


def descriptors():
    return len(os.listdir('/proc/self/fd'))


class Teller(asyncio.Protocol):
    """Prints every call; `lost` is done after the last one."""

    def __init__(self, name, keep_open=False):
        self.name = name
        self.keep_open = keep_open
        self.received = b''
        self.lost = asyncio.get_running_loop().create_future()

    def tell(self, *words):
        print(f'{self.name}:', *words)

    def connection_made(self, transport):
        self.transport = transport
        self.tell('connection_made')

    def data_received(self, data):
        self.received += data
        self.tell('data_received', data)

    def eof_received(self):
        self.tell('eof_received')
        return self.keep_open

    def pause_writing(self):
        self.tell('pause_writing')

    def resume_writing(self):
        self.tell('resume_writing')

    def connection_lost(self, exc):
        self.tell('connection_lost', repr(exc))
        self.lost.set_result(None)


async def pair(server_factory, client_factory):
    """A server with one connection to it: (server, server's protocol, client's protocol)."""
    loop = asyncio.get_running_loop()
    accepted = loop.create_future()

    def factory():
        protocol = server_factory()
        accepted.set_result(protocol)
        return protocol

    server = await loop.create_server(factory, '127.0.0.1', 0)
    _, client = await loop.create_connection(client_factory, *server.sockets[0].getsockname())
    return server, await accepted, client


async def streams():
    """A server with one connection to it: (server, (reader, writer) of the server's side, (reader, writer) of the client's)."""
    accepted = asyncio.get_running_loop().create_future()

    def connected(reader, writer):
        accepted.set_result((reader, writer))

    server = await asyncio.start_server(connected, '127.0.0.1', 0)
    client = await asyncio.open_connection(*server.sockets[0].getsockname())
    return server, await accepted, client


async def settle(turns=20):
    """Lets everything happen that is going to happen at once."""
    for _ in range(turns):
        await asyncio.sleep(0)


def run(main, **options):
    """asyncio.run(main()), after which as many descriptors are open as before."""
    # What is opened once and for good is open after this.
    loop = asyncio.new_event_loop()
    r, w = os.pipe()
    loop.add_reader(r, loop.stop)
    os.write(w, b'x')
    loop.run_forever()
    loop.close()
    os.close(r)
    os.close(w)
    before = descriptors()
    asyncio.run(main(), **options)
    print('descriptors left:', descriptors() - before)
