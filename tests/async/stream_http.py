# A web server and its client by hand: request line, headers, keep-alive, chunks.
import asyncio
import _net


async def read_head(reader):
    head = (await reader.readuntil(b'\r\n\r\n')).decode('ascii').split('\r\n')
    return head[0], dict(line.lower().split(': ', 1) for line in head[1:] if line)


async def serve(reader, writer):
    try:
        while True:
            request, headers = await read_head(reader)
            method, path, _ = request.split()
            body = await reader.readexactly(int(headers.get('content-length', 0)))
            print('server:', method, path, body)
            if path == '/chunks':
                writer.write(b'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n')
                for part in (b'first', b'second part', b''):
                    writer.write(b'%x\r\n' % len(part) + part + b'\r\n')
                    await writer.drain()
            else:
                answer = f'{method} {path} {len(body)}'.encode()
                writer.write(b'HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n' % len(answer) + answer)
    except asyncio.IncompleteReadError as exc:
        print('server: over,', exc.partial)
    finally:
        writer.close()


async def fetch(reader, writer, method, path, body=b''):
    writer.write(f'{method} {path} HTTP/1.1\r\nHost: x\r\nContent-Length: {len(body)}\r\n\r\n'.encode() + body)
    status, headers = await read_head(reader)
    if headers.get('transfer-encoding') != 'chunked':
        return status, await reader.readexactly(int(headers['content-length']))
    parts = []
    while size := int(await reader.readline(), 16):
        parts.append(await reader.readexactly(size))
        await reader.readline()
    await reader.readline()
    return status, parts


async def main():
    server = await asyncio.start_server(serve, '127.0.0.1', 0)
    connection = await asyncio.open_connection(*server.sockets[0].getsockname())
    print(await fetch(*connection, 'GET', '/'))
    print(await fetch(*connection, 'POST', '/form', b'a=1&b=2'))
    print(await fetch(*connection, 'GET', '/chunks'))
    connection[1].write(b'GET /cut')
    connection[1].close()
    await connection[1].wait_closed()
    server.close()
    await server.wait_closed()

_net.run(main)
