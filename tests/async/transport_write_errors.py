# What write, writelines and write_eof refuse.
import asyncio
import _net


async def main():
    server, there, here = await _net.pair(lambda: _net.Teller('server', True), lambda: _net.Teller('client', True))
    transport = here.transport
    for bad in ('text', 5, None, [b'x'], object):
        try:
            transport.write(bad)
        except TypeError as exc:
            print(exc)
    for good in (b'', bytearray(), memoryview(b'')):
        print(transport.write(good))
    transport.write(bytearray(b'one '))
    transport.write(memoryview(b'-two-')[1:4])
    transport.writelines([b' three', bytearray(b' four'), memoryview(b' five')])
    transport.writelines([])
    print(transport.writelines(iter((b' six', b' seven'))))
    transport.write_eof()
    for call in (lambda: transport.write(b'x'), lambda: transport.writelines([b'x'])):
        try:
            call()
        except RuntimeError as exc:
            print(exc)
    await _net.settle()
    print(b''.join([there.received]))
    transport.close()
    transport.write_eof()
    there.transport.close()
    await here.lost
    await there.lost
    server.close()

_net.Teller.data_received = lambda self, data: setattr(self, 'received', self.received + data)
_net.run(main)
