# A transport that nobody closed is reported when it is collected.
import asyncio
import gc
import re
import socket
import warnings


async def connect():
    left, right = socket.socketpair()
    transport, _ = await asyncio.get_running_loop().create_connection(asyncio.Protocol, sock=left)
    transport.pause_reading()
    right.settimeout(2)  # should the transport still be there, this must not wait for ever
    return right


def deep(n):
    # Overwrites what is left of earlier calls on the stack.
    return deep(n - 1) + 1 if n else 0


async def main():
    right = await connect()
    deep(50)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        await asyncio.sleep(0)
        gc.collect()
    for w in caught:
        if 'transport' in str(w.message):
            print(w.category.__name__, re.sub(r'fd=\d+', 'fd=N', str(w.message)))
    print(right.recv(1))
    right.close()

asyncio.run(main())
