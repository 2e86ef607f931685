# An exception in datagram_received is that of a callback; the endpoint goes on.
import asyncio
import _net


def report(loop, context):
    print('report:', repr(context['exception']), sorted(context))


class Failing(asyncio.DatagramProtocol):
    def datagram_received(self, data, addr):
        print('received', data)
        raise ValueError(data)


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(report)
    server, _ = await loop.create_datagram_endpoint(Failing, local_addr=('127.0.0.1', 0))
    client, _ = await loop.create_datagram_endpoint(asyncio.DatagramProtocol,
                                                    remote_addr=server.get_extra_info('sockname'))
    client.sendto(b'one')
    client.sendto(b'two')
    await asyncio.sleep(0.02)
    client.close()
    server.close()
    await _net.settle(3)

_net.run(main)
