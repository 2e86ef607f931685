# A protocol's methods run in the context in which the connection was made.
import asyncio
import contextvars
import socket
import _net

var = contextvars.ContextVar('var', default='unset')


class Contextual(_net.Teller):
    def tell(self, *words):
        super().tell(*words, var.get())

    def data_received(self, data):
        super().data_received(data)
        var.set(data)


async def connect(name, sock):
    var.set(name)
    return await asyncio.get_running_loop().create_connection(lambda: Contextual(name), sock=sock)


async def main():
    var.set('main')
    left, right = socket.socketpair()
    transport, protocol = await asyncio.create_task(connect('a', left))
    right.send(b'x')
    await _net.settle()
    right.send(b'y')
    await _net.settle()
    print(var.get())
    transport.close()
    await protocol.lost
    right.close()

_net.run(main)
