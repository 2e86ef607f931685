# A line protocol with commands, on Protocol classes.
import asyncio


class LineProtocol(asyncio.Protocol):
    def __init__(self):
        self.buffer = b""

    def connection_made(self, transport):
        self.transport = transport
        print("S: connected", transport.get_extra_info("peername")[0])

    def data_received(self, data):
        self.buffer += data
        while b"\n" in self.buffer:
            line, self.buffer = self.buffer.split(b"\n", 1)
            self.line_received(line.decode())

    def line_received(self, line):
        print("S:", line)
        match line.split():
            case ["ECHO", *words]:
                self.transport.write((" ".join(words) + "\n").encode())
            case ["ADD", a, b]:
                self.transport.write(f"{int(a) + int(b)}\n".encode())
            case ["QUIT"]:
                self.transport.write(b"bye\n")
                self.transport.close()
            case _:
                self.transport.write(b"?\n")

    def eof_received(self):
        print("S: eof")

    def connection_lost(self, exc):
        print("S: lost", exc)


class ClientProtocol(asyncio.Protocol):
    def __init__(self, on_lost, commands):
        self.on_lost = on_lost
        self.commands = commands

    def connection_made(self, transport):
        self.transport = transport
        self.next()

    def next(self):
        if self.commands:
            self.transport.write(self.commands.pop(0).encode() + b"\n")

    def data_received(self, data):
        print("C:", data)
        self.next()

    def connection_lost(self, exc):
        print("C: lost", exc)
        self.on_lost.set_result(True)


async def main():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(LineProtocol, "127.0.0.1", 0)
    host, port = server.sockets[0].getsockname()
    async with server:
        lost = loop.create_future()
        tr, pr = await loop.create_connection(lambda: ClientProtocol(lost, ["ECHO hello world", "ADD 1 41", "FOO", "QUIT"]), host, port)
        print(tr.get_protocol() is pr, tr.is_closing(), tr.get_write_buffer_size(), tr.get_write_buffer_limits())
        await lost
        print(tr.is_closing())
        try:
            await loop.create_connection(asyncio.Protocol, host)
        except OSError as e:
            print("refused?", type(e).__name__)
        try:
            await loop.create_connection(asyncio.Protocol)
        except ValueError as e:
            print(e)
    await asyncio.sleep(0.01)


asyncio.run(main())
