# A handshake that the other end leaves: after nothing, in the middle of a record, between flights. The client hears of it; the server goes on.
import asyncio
import socket
import ssl
import struct
import _net
from _tls import *

LINGER = struct.pack('ii', 1, 0)


def speak(context, said=None, **settings):
    """What one end of a handshake says first, or in answer to what was said."""
    incoming, outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
    end = context.wrap_bio(incoming, outgoing, **settings)
    if said:
        incoming.write(said)
    try:
        end.do_handshake()
    except ssl.SSLWantReadError:
        pass
    return outgoing.read()


async def clients_leave():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print('unexpected:', context))
    hello = speak(client_context(), server_hostname='localhost')
    async with serving() as port:
        for size in 0, 1, 5, 50, len(hello) - 1, len(hello):
            for way in 'close', 'reset', 'half':
                sock = socket.create_connection(('127.0.0.1', port))
                sock.setblocking(False)
                sock.send(hello[:size])
                if size == len(hello):
                    assert len(await loop.sock_recv(sock, 5)) == 5
                if way == 'half':
                    sock.shutdown(socket.SHUT_WR)
                    while await loop.sock_recv(sock, 65536):
                        pass
                elif way == 'reset':
                    sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, LINGER)
                sock.close()
        reader, writer = await connect(port)
        writer.write(b'still here')
        print(await reader.readexactly(10))
        await finish(writer)


async def servers_leave():
    for size in 0, 1, 5, 60, 500, -1:
        for half in False, True:
            answers, done = [], asyncio.Event()

            async def greet(reader, writer):
                hello = await reader.read(5000)
                writer.write(speak(server_context(), hello, server_side=True)[:size])
                if half:
                    writer.write_eof()
                    answers.append(await reader.read())
                writer.close()
                done.set()

            async with await asyncio.start_server(greet, '127.0.0.1', 0) as server:
                try:
                    await connect(server.sockets[0].getsockname()[1])
                except ConnectionResetError as exc:
                    print(size, half, repr(exc), exc.__cause__)
                await done.wait()
                print(answers)


async def main():
    await clients_leave()
    await servers_leave()
    print(len(asyncio.all_tasks()))

_net.run(main)
