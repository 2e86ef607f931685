# Connections that are not trusted: the exceptions, and that nothing remains.
import asyncio
import ssl
from _tls import *

async def attempt(port, **settings):
    try:
        reader, writer = await connect(port, **settings)
    except OSError as exc:
        print(type(exc).__name__, exc, getattr(exc, 'verify_code', None))
    else:
        print('connected')
        await finish(writer)

async def main():
    async with serving() as port:
        await attempt(port, name='nowhere.test')
        await attempt(port, name='10.1.2.3')
        await attempt(port, name='127.0.0.1')
        await attempt(port, context=True)
        await attempt(port, context=client_context('client.pem'))
        await attempt(port, context=ssl._create_unverified_context())
    for cert in ('expired.pem', 'selfsigned.pem', 'other.pem'):
        async with serving(context=server_context(cert)) as port:
            await attempt(port)
    await asyncio.sleep(0.01)
    print(len(asyncio.all_tasks()))

asyncio.run(main())
