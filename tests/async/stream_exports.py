# The public names.
import asyncio
import asyncio.protocols
import asyncio.streams
import asyncio.transports

for module in (asyncio.protocols, asyncio.streams, asyncio.transports):
    for name in module.__all__:
        obj = getattr(asyncio, name)
        print(name, obj.__module__, name in asyncio.__all__)
print(asyncio.Server.__module__, 'Server' in asyncio.__all__, asyncio.AbstractServer)
import inspect
for f in (asyncio.open_connection, asyncio.start_server, asyncio.open_unix_connection, asyncio.start_unix_server,
          asyncio.StreamReader, asyncio.StreamWriter, asyncio.StreamReader.read, asyncio.StreamReader.readuntil,
          asyncio.StreamWriter.start_tls):
    print(f.__qualname__, inspect.signature(f), asyncio.iscoroutinefunction(f))
