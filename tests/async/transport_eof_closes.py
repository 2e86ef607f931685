# A false eof_received closes the transport, after what is buffered.
import asyncio
import _net


async def main():
    server, there, here = await _net.pair(lambda: _net.Teller('server'), lambda: _net.Teller('client', True))
    here.transport.write_eof()
    await there.lost
    print('server closing', there.transport.is_closing())
    await _net.settle()
    here.transport.close()
    await here.lost
    server.close()

_net.run(main)
