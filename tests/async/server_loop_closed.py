# What is left of connections when the loop is closed before them.
import asyncio
import re
import socket


async def connect():
    left, right = socket.socketpair()
    transport, _ = await asyncio.get_running_loop().create_connection(asyncio.Protocol, sock=left)
    return transport, left, right

loop = asyncio.new_event_loop()
transport, left, right = loop.run_until_complete(connect())
loop.close()
print(re.sub(r'fd=\d+', 'fd=N', repr(transport)))
try:
    transport.close()
except RuntimeError as exc:
    print(exc)
print(transport.is_closing(), re.sub(r'fd=\d+', 'fd=N', repr(transport)))
transport._call_connection_lost(None)
print(left.fileno())
right.close()
