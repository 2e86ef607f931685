# A small HTTP server and client, written by hand on streams.
import asyncio
import json
from urllib.parse import urlsplit, parse_qs


ROUTES = {}


def route(path, method="GET"):
    def register(func):
        ROUTES[method, path] = func
        return func
    return register


@route("/")
async def index(request):
    return "text/html", "<h1>It works</h1>"


@route("/add")
async def add(request):
    numbers = [int(x) for x in request["query"]["n"]]
    return "application/json", json.dumps({"sum": sum(numbers)})


@route("/echo", "POST")
async def echo(request):
    return "text/plain", request["body"].decode()[::-1]


@route("/boom")
async def boom(request):
    raise RuntimeError("boom")


async def read_request(reader):
    line = await reader.readline()
    if not line:
        return None
    method, target, version = line.decode("ascii").split()
    headers = {}
    while (line := await reader.readline()) not in (b"\r\n", b"\n", b""):
        key, _, value = line.decode("latin-1").partition(":")
        headers[key.strip().lower()] = value.strip()
    body = await reader.readexactly(int(headers.get("content-length", 0)))
    parts = urlsplit(target)
    return {"method": method, "path": parts.path, "query": parse_qs(parts.query), "headers": headers, "body": body}


async def serve_client(reader, writer):
    try:
        while (request := await read_request(reader)) is not None:
            handler = ROUTES.get((request["method"], request["path"]))
            status = "200 OK"
            if handler is None:
                status, kind, text = "404 Not Found", "text/plain", f"no {request['path']}"
            else:
                try:
                    kind, text = await handler(request)
                except Exception as e:
                    status, kind, text = "500 Internal Server Error", "text/plain", repr(e)
            payload = text.encode()
            writer.write(f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(payload)}\r\n\r\n".encode() + payload)
            await writer.drain()
            if request["headers"].get("connection") == "close":
                break
    except asyncio.IncompleteReadError as e:
        print("server: incomplete", e)
    finally:
        writer.close()
        await writer.wait_closed()


async def request(port, method, path, body=b"-"):
    reader, writer = await asyncio.open_connection("localhost", port, family=2)
    writer.writelines([f"{method} {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n".encode(),
                       f"Content-Length: {len(body)}\r\n\r\n".encode(), body])
    writer.write_eof()
    data = await reader.read()
    writer.close()
    await writer.wait_closed()
    head, _, body = data.partition(b"\r\n\r\n")
    return head.split(b"\r\n")[0].decode(), body.decode()


async def main():
    server = await asyncio.start_server(serve_client, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server:
        for args in [("GET", "/"), ("GET", "/add?n=1&n=41"), ("POST", "/echo", b"stressed"), ("GET", "/nope"), ("GET", "/boom"),
                     ("GET", "/add")]:
            print(args, await request(port, *args))
        results = await asyncio.gather(*(request(port, "GET", f"/add?n={i}") for i in range(20)))
        print(sum(json.loads(b)["sum"] for s, b in results))
        r, w = await asyncio.open_connection("127.0.0.1", port)
        w.write(b"POST /echo HTTP/1.1\r\nContent-Length: 100\r\n\r\nshort")
        w.write_eof()
        print(await r.read())
        w.close()
        await w.wait_closed()


asyncio.run(main())
