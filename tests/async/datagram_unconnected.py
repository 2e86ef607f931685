# An endpoint without a peer sends anywhere; one with a peer only there.
import asyncio
import _net


class Receiver(asyncio.DatagramProtocol):
    def __init__(self):
        self.queue = asyncio.Queue()

    def datagram_received(self, data, addr):
        self.queue.put_nowait((data, addr))


async def main():
    loop = asyncio.get_running_loop()
    ends = [await loop.create_datagram_endpoint(Receiver, local_addr=('127.0.0.1', 0)) for _ in range(3)]
    addresses = [transport.get_extra_info('sockname') for transport, _ in ends]
    ends[0][0].sendto(b'to one', addresses[1])
    ends[0][0].sendto(b'to two', addresses[2])
    for n in (1, 2):
        data, source = await ends[n][1].queue.get()
        print(data, source == addresses[0])
    connected, protocol = await loop.create_datagram_endpoint(Receiver, remote_addr=addresses[0])
    connected.sendto(b'plain')
    connected.sendto(b'explicit', addresses[0])
    print((await ends[0][1].queue.get())[0], (await ends[0][1].queue.get())[0])
    for call in (lambda: connected.sendto(b'x', addresses[1]), lambda: connected.sendto('text'),
                 lambda: connected.sendto(5, addresses[0])):
        try:
            call()
        except (ValueError, TypeError) as exc:
            print(type(exc).__name__, str(exc).split(' (')[0])
    for transport, _ in ends + [(connected, None)]:
        transport.close()
    await _net.settle(3)

_net.run(main)
