# Servers that ask clients for certificates, with the older protocol, where refusals come within the handshake.
import asyncio
import ssl
from _tls import *

async def main():
    context = server_context()
    context.verify_mode = ssl.CERT_REQUIRED
    context.maximum_version = ssl.TLSVersion.TLSv1_2
    context.load_verify_locations(CERTS + 'ca.pem')

    async def handler(reader, writer):
        writer.write(str(writer.get_extra_info('peercert')['subject']).encode())
        await writer.drain()
        writer.close()

    async with serving(handler, context) as port:
        for cert in (None, 'client.pem', 'selfsigned.pem'):
            mine = client_context()
            if cert:
                mine.load_cert_chain(CERTS + cert)
            try:
                reader, writer = await connect(port, context=mine)
                print(cert, await reader.read())
                await finish(writer)
            except OSError as exc:
                print(cert, type(exc).__name__)

asyncio.run(main())
