# SystemExit and KeyboardInterrupt from a protocol leave the loop.
import asyncio
import socket


def make(error):
    class Leaving(asyncio.Protocol):
        def data_received(self, data):
            raise error
    return Leaving


def attempt(error):
    loop = asyncio.new_event_loop()
    left, right = socket.socketpair()
    transport, _ = loop.run_until_complete(loop.create_connection(make(error), sock=left))
    right.send(b'x')
    try:
        loop.run_forever()
    except BaseException as exc:
        print(repr(exc))
    transport.abort()
    loop.run_until_complete(asyncio.sleep(0))
    right.close()
    loop.close()

attempt(SystemExit(3))
attempt(KeyboardInterrupt())
