# The output of a child collected by a SubprocessProtocol.
import asyncio
import sys


class Output(asyncio.SubprocessProtocol):
    def __init__(self, done):
        self.done = done
        self.output = bytearray()
        self.pipe_closed = self.exited = False

    def pipe_connection_lost(self, fd, exc):
        self.pipe_closed = True
        self.check()

    def pipe_data_received(self, fd, data):
        self.output.extend(data)

    def process_exited(self):
        self.exited = True
        self.check()

    def check(self):
        if self.pipe_closed and self.exited and not self.done.done():
            self.done.set_result(True)


async def main():
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    transport, protocol = await loop.subprocess_exec(
        lambda: Output(done), 'echo', 'from the child', stdin=None, stderr=None)
    await done
    transport.close()
    print(bytes(protocol.output).decode('ascii').rstrip(), transport.get_returncode())

asyncio.run(main())
