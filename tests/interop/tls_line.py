# Sends a line to a server that answers with the line reversed, and finds out that it is not the server of another name: tls_line.py port ca-file
import asyncio
import ssl
import sys

port, authority = int(sys.argv[1]), sys.argv[2]


async def main():
    context = ssl.create_default_context(cafile=authority)
    reader, writer = await asyncio.open_connection('127.0.0.1', port, ssl=context, server_hostname='localhost')
    writer.write(b'hello there\n')
    print((await reader.readline()).decode().strip())
    writer.close()
    await writer.wait_closed()
    try:
        await asyncio.open_connection('127.0.0.1', port, ssl=context, server_hostname='nowhere.test')
    except ssl.SSLCertVerificationError:
        print('refused')


asyncio.run(main())
