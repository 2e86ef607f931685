# The order of a protocol's calls, from connection_made to connection_lost, on both sides.
import asyncio
import _net


class Server(_net.Teller):
    def data_received(self, data):
        super().data_received(data)
        self.transport.write(data.upper())


async def main():
    server, there, here = await _net.pair(lambda: Server('server'), lambda: _net.Teller('client'))
    here.transport.write(b'hello')
    await _net.settle()
    here.transport.close()
    print('closing', here.transport.is_closing(), there.transport.is_closing())
    await here.lost
    await there.lost
    print('closing', here.transport.is_closing(), there.transport.is_closing())
    server.close()
    await server.wait_closed()

_net.run(main)
