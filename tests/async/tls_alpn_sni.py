# ALPN and server names, seen from asyncio.
import asyncio
from _tls import *

async def main():
    context = server_context()
    context.set_alpn_protocols(['http/1.1', 'h2'])
    other = server_context('other.pem')

    def choose(connection, name, used):
        if name == 'other.example':
            connection.context = other

    context.sni_callback = choose

    async def handler(reader, writer):
        tls = writer.get_extra_info('ssl_object')
        writer.write(f'{tls.selected_alpn_protocol()} {tls.server_side}\n'.encode())
        await writer.drain()
        writer.close()

    async with serving(handler, context) as port:
        for name, offered in (('localhost', ['h2']), ('localhost', ['x']), ('other.example', [])):
            mine = client_context()
            if offered:
                mine.set_alpn_protocols(offered)
            reader, writer = await connect(port, name, mine)
            print(name, offered, await reader.readline(), writer.get_extra_info('ssl_object').selected_alpn_protocol(),
                  writer.get_extra_info('peercert')['subject'])
            await finish(writer)

asyncio.run(main())
