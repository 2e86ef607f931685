# connect_accepted_socket: connections accepted by a loop of one's own.
import asyncio
import socket
import _net


async def main():
    loop = asyncio.get_running_loop()
    listener = socket.socket()
    listener.setblocking(False)
    listener.bind(('127.0.0.1', 0))
    listener.listen()
    client = socket.socket()
    client.setblocking(False)
    await loop.sock_connect(client, listener.getsockname())
    conn, address = await loop.sock_accept(listener)
    transport, protocol = await loop.connect_accepted_socket(lambda: _net.Teller('p'), conn)
    await loop.sock_sendall(client, b'hello')
    await _net.settle()
    transport.write(b'answer')
    print(await loop.sock_recv(client, 100), transport.get_extra_info('peername') == client.getsockname())
    client.close()
    await protocol.lost
    listener.close()

_net.run(main)
