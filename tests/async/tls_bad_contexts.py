# What cannot be a TLS context, or a name, is told to who asked for the connection, and to nobody else.
import asyncio
import ssl


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print('reported', context['message'], repr(context['exception'])))
    server = await asyncio.start_server(lambda r, w: w.close(), '127.0.0.1', 0)
    address = server.sockets[0].getsockname()
    context = ssl.create_default_context()
    for options in (dict(ssl='text'), dict(ssl=3, server_hostname='name'), dict(ssl=True, server_hostname=3), dict(ssl=context, server_hostname='.example'),
                    dict(ssl=context, server_hostname='zero\0byte'), dict(ssl=ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)), dict(server_hostname='name'),
                    dict(ssl_handshake_timeout=1), dict(ssl=context, ssl_handshake_timeout=0), dict(ssl=context, ssl_shutdown_timeout=-1)):
        try:
            print(await asyncio.open_connection(*address, **options))
        except Exception as exc:
            print(type(exc).__name__, exc.reason if isinstance(exc, ssl.SSLError) else exc)
    reader, writer = await asyncio.open_connection(*address)
    for bad in 'text', None, ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER):
        try:
            print(await writer.start_tls(bad))
        except Exception as exc:
            print(type(exc).__name__, exc.reason if isinstance(exc, ssl.SSLError) else exc)
    writer.close()
    server.close()
    await server.wait_closed()
    try:
        await asyncio.start_server(print, '127.0.0.1', 0, ssl='text')
    except TypeError as exc:
        print(exc)

asyncio.run(main())
