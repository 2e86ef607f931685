# get_extra_info, and the socket that it shows.
import asyncio
import socket
import _net


async def main():
    server, there, here = await _net.pair(lambda: _net.Teller('server'), lambda: _net.Teller('client'))
    info = here.transport.get_extra_info
    print(info('peername') == there.transport.get_extra_info('sockname'))
    print(info('sockname') == there.transport.get_extra_info('peername'))
    print(info('nothing'), info('nothing', 5), info('sslcontext'))
    sock = info('socket')
    print(type(sock).__name__, sock.family, sock.type, sock.proto == socket.IPPROTO_TCP)
    print(sock.getsockname() == info('sockname'), sock.getpeername() == info('peername'))
    print(sock.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY) != 0, sock.gettimeout(), sock.fileno() >= 0)
    sock.setblocking(False)
    sock.settimeout(0)
    for call in (lambda: sock.settimeout(1), lambda: sock.setblocking(True)):
        try:
            call()
        except ValueError as exc:
            print(exc)
    for name in ('close', 'recv', 'send', 'accept'):
        print(name, hasattr(sock, name))
    here.transport.close()
    await here.lost
    await there.lost
    print(sock)
    server.close()

_net.run(main)
