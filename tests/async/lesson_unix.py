# Streams over unix sockets.
import asyncio, os, tempfile
async def main():
    d = tempfile.mkdtemp(); path = os.path.join(d, 's')
    async def h(r, w):
        w.write((await r.read(100))[::-1]); w.write_eof(); await w.drain(); w.close()
    s = await asyncio.start_unix_server(h, path)
    r, w = await asyncio.open_unix_connection(path)
    print(w.get_extra_info('peername') == path, repr(w.get_extra_info('sockname')))
    w.write(b'stressed'); print(await r.read()); w.close(); await w.wait_closed()
    s.close(); await s.wait_closed()
    print(os.path.exists(path))
    try: await asyncio.open_unix_connection(path + 'x')
    except FileNotFoundError as e: print(type(e).__name__, e.errno)
    try: await asyncio.open_unix_connection()
    except ValueError as e: print(e)
    if os.path.exists(path): os.unlink(path)
    os.rmdir(d)
asyncio.run(main())
