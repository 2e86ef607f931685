# A chat server: everybody hears what anybody says.
import asyncio
import _net

members = {}


async def member(reader, writer):
    name = (await reader.readline()).decode().strip()
    for other in members.values():
        other.write(f'* {name} has come\n'.encode())
    members[name] = writer
    writer.write(f'* hello {name}\n'.encode())
    async for line in reader:
        for other in members.values():
            if other is not writer:
                other.write(f'[{name}] '.encode() + line)
    del members[name]
    for other in members.values():
        other.write(f'* {name} has gone\n'.encode())
    writer.close()


class Client:
    async def join(self, address, name):
        self.name = name
        self.reader, self.writer = await asyncio.open_connection(*address)
        self.writer.write(name.encode() + b'\n')
        await self.hear()

    async def hear(self, lines=1):
        for _ in range(lines):
            print(f'{self.name} hears: {(await self.reader.readline()).decode().rstrip()}')

    async def leave(self):
        self.writer.close()
        await self.writer.wait_closed()


async def main():
    server = await asyncio.start_server(member, '127.0.0.1', 0)
    address = server.sockets[0].getsockname()
    anna, ben, carl = Client(), Client(), Client()
    await anna.join(address, 'anna')
    await ben.join(address, 'ben')
    await carl.join(address, 'carl')
    await anna.hear(2)
    await ben.hear(1)
    ben.writer.write(b'hi all\n')
    await anna.hear()
    await carl.hear()
    await ben.leave()
    await anna.hear()
    await carl.hear()
    await anna.leave()
    await carl.hear()
    await carl.leave()
    await _net.settle()
    print(members)
    server.close()
    await server.wait_closed()

_net.run(main)
