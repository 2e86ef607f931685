# write_eof closes one direction; a true eof_received keeps the other one open.
import asyncio
import _net


async def main():
    server, there, here = await _net.pair(lambda: _net.Teller('server', True), lambda: _net.Teller('client'))
    here.transport.write(b'question')
    print('can_write_eof', here.transport.can_write_eof())
    here.transport.write_eof()
    here.transport.write_eof()
    await _net.settle()
    there.transport.write(b'answer')
    await _net.settle()
    print('reading', there.transport.is_reading(), there.transport.is_closing())
    there.transport.close()
    await there.lost
    await here.lost
    server.close()

_net.run(main)
