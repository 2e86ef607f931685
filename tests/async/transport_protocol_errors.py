# An exception in a protocol's method is reported, and ends the connection with it.
import asyncio
import socket
import _net


def report(loop, context):
    print('report:', context['message'], repr(context['exception']), sorted(context))


def make(method):
    class Failing(_net.Teller):
        pass

    def fail(self, *args):
        raise ValueError(method)

    setattr(Failing, method, fail)
    return Failing(method)


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(report)
    for method in ('data_received', 'eof_received', 'pause_writing', 'resume_writing'):
        left, right = socket.socketpair()
        transport, protocol = await loop.create_connection(lambda: make(method), sock=left)
        transport.set_write_buffer_limits(0)
        if method.endswith('writing'):
            transport.write(b'x' * (1 << 20))
            right.setblocking(False)
            while transport.get_write_buffer_size():
                try:
                    right.recv(1 << 16)
                except BlockingIOError:
                    pass
                await asyncio.sleep(0)
            transport.close()
        elif method == 'data_received':
            right.send(b'x')
        else:
            right.shutdown(socket.SHUT_WR)
        await protocol.lost
        right.close()

_net.run(main)
