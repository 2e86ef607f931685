# Streams over TLS: lines, what is known of the connection, and the end.
import asyncio
from _tls import *

async def main():
    async with serving() as port:
        context = client_context()
        reader, writer = await connect(port, context=context)
        writer.write(b'one\ntwo\nrest')
        print(await reader.readline(), await reader.readuntil(b'o'), await reader.readexactly(5))
        for name in ('cipher', 'compression', 'nothing'):
            print(name, writer.get_extra_info(name))
        print(writer.get_extra_info('peercert')['subject'], writer.get_extra_info('sslcontext') is context)
        tls = writer.get_extra_info('ssl_object')
        print(type(tls).__name__, tls.version(), tls.server_hostname, writer.get_extra_info('peername')[1] == port)
        print(type(writer.transport).__name__, writer.can_write_eof(), writer.is_closing())
        try:
            writer.write_eof()
        except NotImplementedError as exc:
            print('write_eof', repr(exc))
        try:
            writer.write('text')
        except TypeError as exc:
            print(exc)
        writer.writelines([b'a', bytearray(b'b'), memoryview(b'c')])
        print(await reader.readexactly(3))
        await finish(writer)
        print(writer.is_closing(), await reader.read(), reader.at_eof())

asyncio.run(main())
