# A chat server over streams with its clients in the same script.
import asyncio


class ChatServer:
    def __init__(self):
        self.writers = {}

    async def broadcast(self, text, skip=None):
        for name, w in self.writers.items():
            if name != skip:
                w.write(text.encode() + b"\n")
                await w.drain()

    async def handle(self, reader, writer):
        writer.write(b"name? ")
        await writer.drain()
        name = (await reader.readline()).decode().strip()
        if not name or name in self.writers:
            writer.write(b"bad name\n")
            writer.close()
            await writer.wait_closed()
            return
        self.writers[name] = writer
        await self.broadcast(f"* {name} joined", skip=name)
        try:
            async for line in reader:
                text = line.decode().rstrip()
                if text == "/quit":
                    break
                if text == "/who":
                    writer.write((", ".join(sorted(self.writers)) + "\n").encode())
                    continue
                await self.broadcast(f"<{name}> {text}", skip=name)
        finally:
            del self.writers[name]
            await self.broadcast(f"* {name} left")
            writer.close()


class Client:
    def __init__(self, name):
        self.name = name

    async def connect(self, port):
        self.reader, self.writer = await asyncio.open_connection("127.0.0.1", port)
        print(self.name, "prompt:", await self.reader.readuntil(b"? "))
        await self.say(self.name)

    async def say(self, text):
        self.writer.write(f"{text}\n".encode())
        await self.writer.drain()

    async def expect(self):
        line = await asyncio.wait_for(self.reader.readline(), 5)
        print(f"  {self.name} sees {line.decode().rstrip()!r}")
        return line


async def main():
    chat = ChatServer()
    server = await asyncio.start_server(chat.handle, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server:
        ann, bob = Client("ann"), Client("bob")
        await ann.connect(port)
        await bob.connect(port)
        await ann.expect()
        await ann.say("hello")
        await bob.expect()
        await bob.say("/who")
        await bob.expect()
        imposter = Client("ann")
        await imposter.connect(port)
        await imposter.expect()
        print(await imposter.reader.read(), imposter.reader.at_eof())
        await bob.say("/quit")
        await ann.expect()
        print(await bob.reader.read())
        ann.writer.close()
        await ann.writer.wait_closed()
        while chat.writers:
            await asyncio.sleep(0.01)
    print(server.is_serving(), server.sockets)


asyncio.run(main())
