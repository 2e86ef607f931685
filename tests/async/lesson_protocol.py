# Echo and datagrams with protocols and transports.
import asyncio
class Echo(asyncio.Protocol):
    def connection_made(self, tr):
        self.tr = tr
        print('server: connection', type(tr).__name__)
    def data_received(self, data):
        print('server:', data)
        self.tr.write(data.upper())
    def eof_received(self):
        print('server: eof')
        return False
    def connection_lost(self, exc):
        print('server: lost', exc)
class Client(asyncio.Protocol):
    def __init__(self, done): self.done, self.buf = done, b''
    def connection_made(self, tr):
        tr.write(b'hello '); tr.writelines([b'wor', b'ld'])
        self.tr = tr
    def data_received(self, d):
        self.buf += d
        if len(self.buf) == 11:
            self.tr.write_eof()
    def connection_lost(self, exc):
        self.done.set_result(self.buf)
class Udp(asyncio.DatagramProtocol):
    def connection_made(self, tr): self.tr = tr
    def datagram_received(self, data, addr):
        print('udp', data); self.tr.sendto(b'pong', addr)
class UdpC(asyncio.DatagramProtocol):
    def __init__(self, f): self.f = f
    def connection_made(self, tr): tr.sendto(b'ping')
    def datagram_received(self, data, addr): self.f.set_result(data)
    def error_received(self, exc): print('err', exc)
    def connection_lost(self, exc): print('udp lost', exc)
async def main():
    loop = asyncio.get_running_loop()
    srv = await loop.create_server(Echo, '127.0.0.1', 0)
    async with srv:
        done = loop.create_future()
        tr, pr = await loop.create_connection(lambda: Client(done), *srv.sockets[0].getsockname())
        print(tr.get_extra_info('peername') == srv.sockets[0].getsockname(), tr.is_closing(), tr.get_write_buffer_limits())
        print(await done, tr.is_closing())
    st, _ = await loop.create_datagram_endpoint(Udp, local_addr=('127.0.0.1', 0))
    f = loop.create_future()
    ct, _ = await loop.create_datagram_endpoint(lambda: UdpC(f), remote_addr=st.get_extra_info('sockname'))
    print(await f)
    ct.close(); st.close()
    await asyncio.sleep(0.01)
    try:
        await loop.create_connection(asyncio.Protocol, '127.0.0.1', 1)
    except OSError as e: print(type(e).__name__, e)
    try:
        await loop.create_connection(asyncio.Protocol)
    except ValueError as e: print(e)
    try:
        await loop.create_server(asyncio.Protocol, '127.0.0.1', 0, sock=object())
    except ValueError as e: print(e)
asyncio.run(main())
