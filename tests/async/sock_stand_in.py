# The loop's methods of sockets take a stand-in whose methods change between the attempts.
import asyncio
import socket
from unittest import mock


async def main():
    loop = asyncio.get_running_loop()
    with socket.socket(type=socket.SOCK_DGRAM) as receiver, socket.socket(type=socket.SOCK_DGRAM) as sender:
        receiver.bind(('127.0.0.1', 0))
        for each in receiver, sender:
            each.setblocking(False)

        def stand_in(sock, name, change=True):
            double = mock.Mock(sock, gettimeout=sock.gettimeout, fileno=sock.fileno)
            getattr(double, name).side_effect = BlockingIOError
            loop.call_soon(setattr, double, name, getattr(sock, name))
            return double

        address = receiver.getsockname()
        print(await loop.sock_sendto(stand_in(sender, 'sendto'), b'one', address))
        print(await loop.sock_recv(stand_in(receiver, 'recv'), 10))
        sender.sendto(b'two', address)
        print((await loop.sock_recvfrom(stand_in(receiver, 'recvfrom'), 10))[0])
        room = bytearray(5)
        sender.sendto(b'three', address)
        print(await loop.sock_recv_into(stand_in(receiver, 'recv_into'), room), room)

asyncio.run(main())
