# A small HTTP server and its clients.
import asyncio
async def handle(reader, writer):
    req = await reader.readuntil(b'\r\n\r\n')
    line, *headers = req.decode().split('\r\n')
    method, path, _ = line.split()
    hd = dict(h.split(': ', 1) for h in headers if h)
    body = await reader.readexactly(int(hd.get('Content-Length', 0)))
    if path == '/slow': await asyncio.sleep(0.4)
    text = f'{method} {path} {body.decode()}'.encode()
    writer.writelines([b'HTTP/1.1 200 OK\r\n', f'Content-Length: {len(text)}\r\n\r\n'.encode(), text])
    await writer.drain()
    writer.close()
async def get(port, path, method='GET', body=b''):
    r, w = await asyncio.open_connection('localhost', port)
    w.write(f'{method} {path} HTTP/1.1\r\nHost: x\r\nContent-Length: {len(body)}\r\n\r\n'.encode() + body)
    status = await r.readline()
    n = 0
    while (h := await r.readline()) != b'\r\n':
        k, v = h.decode().split(':'); n = int(v)
    data = await r.readexactly(n)
    w.close(); await w.wait_closed()
    return status.split()[1], data
async def main():
    server = await asyncio.start_server(handle, 'localhost', 0)
    port = server.sockets[0].getsockname()[1]
    print([s.family.name for s in server.sockets][:1])
    async with server:
        print(await asyncio.gather(get(port, '/'), get(port, '/x', 'POST', b'body')))
        try: await asyncio.wait_for(get(port, '/slow'), 0.05)
        except TimeoutError: print('timed out')
asyncio.run(main())
