# A UDP echo server and its client.
import asyncio


class EchoServer(asyncio.DatagramProtocol):
    def connection_made(self, transport):
        self.transport = transport
        print("server up", type(transport).__name__)

    def datagram_received(self, data, addr):
        print("server got", data, addr[0])
        if data == b"quit":
            self.transport.close()
        else:
            self.transport.sendto(data[::-1], addr)

    def connection_lost(self, exc):
        print("server down", exc)


class Client(asyncio.DatagramProtocol):
    def __init__(self, messages, done):
        self.messages = messages
        self.done = done

    def connection_made(self, transport):
        self.transport = transport
        self.send()

    def send(self):
        if self.messages:
            self.transport.sendto(self.messages.pop(0))
        else:
            self.transport.close()

    def datagram_received(self, data, addr):
        print("client got", data)
        self.send()

    def error_received(self, exc):
        print("error", type(exc).__name__)
        self.transport.close()

    def connection_lost(self, exc):
        self.done.set_result("client closed")


async def main():
    loop = asyncio.get_running_loop()
    server, proto = await loop.create_datagram_endpoint(EchoServer, local_addr=("127.0.0.1", 0))
    addr = server.get_extra_info("sockname")
    done = loop.create_future()
    t, p = await loop.create_datagram_endpoint(lambda: Client([b"one", b"two", b"three"], done), remote_addr=addr)
    print(await done, t.is_closing(), isinstance(t, asyncio.DatagramTransport))
    done = loop.create_future()
    server.abort()
    await asyncio.sleep(0.01)
    t, p = await loop.create_datagram_endpoint(lambda: Client([b"refused"], done), remote_addr=addr)
    print(await done)


asyncio.run(main())
