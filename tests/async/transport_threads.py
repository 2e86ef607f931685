# Writing from another thread by way of call_soon_threadsafe, while the loop waits for data.
import asyncio
import socket
import threading
import _net


async def main():
    loop = asyncio.get_running_loop()
    left, right = socket.socketpair()
    transport, protocol = await loop.create_connection(lambda: _net.Teller('p'), sock=left)

    def other():
        loop.call_soon_threadsafe(transport.write, b'from the thread')
        print('thread received', right.recv(100))
        right.sendall(b'answer')
        right.close()

    thread = threading.Thread(target=other)
    thread.start()
    await protocol.lost
    thread.join()

_net.run(main)
