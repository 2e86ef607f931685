# What the tests of TLS share: contexts of a private authority, and a server that lives as long as a block.
import asyncio
import ssl
from contextlib import asynccontextmanager

CERTS = '../stdlib/certs/'


def server_context(cert='server.pem'):
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(CERTS + cert)
    return context


def client_context(ca='ca.pem'):
    return ssl.create_default_context(cafile=CERTS + ca)


async def echo(reader, writer):
    try:
        while data := await reader.read(65536):
            writer.write(data)
            await writer.drain()
    except OSError as exc:
        print('echo:', type(exc).__name__)
    writer.close()


@asynccontextmanager
async def serving(handler=echo, context=None, **settings):
    server = await asyncio.start_server(handler, '127.0.0.1', 0, ssl=context or server_context(), **settings)
    async with server:
        yield server.sockets[0].getsockname()[1]


async def connect(port, name='localhost', context=None, **settings):
    return await asyncio.open_connection('127.0.0.1', port, ssl=context or client_context(), server_hostname=name, **settings)


async def finish(writer):
    writer.close()
    try:
        await writer.wait_closed()
    except Exception as exc:
        print('closed with', type(exc).__name__, exc)
