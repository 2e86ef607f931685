# Pipes that nobody empties: the writer pauses, goes on when there is room, and hears when the reader is gone.
import asyncio
import os
import _net


class Writer(asyncio.BaseProtocol):
    def __init__(self):
        self.paused = asyncio.Event()
        self.resumed = asyncio.Event()
        self.lost = asyncio.get_running_loop().create_future()

    def pause_writing(self):
        print('pause')
        self.paused.set()

    def resume_writing(self):
        print('resume')
        self.resumed.set()

    def connection_lost(self, exc):
        print('lost', repr(exc))
        self.lost.set_result(None)


async def main():
    loop = asyncio.get_running_loop()
    r, w = os.pipe()
    transport, protocol = await loop.connect_write_pipe(Writer, open(w, 'wb'))
    transport.write(bytes(200_000))
    await protocol.paused.wait()
    print(transport.get_write_buffer_size() > 100_000, transport.get_write_buffer_limits())
    seen = 0
    while seen < 200_000:
        seen += len(await asyncio.to_thread(os.read, r, 65536))
    await protocol.resumed.wait()
    print(seen, transport.get_write_buffer_size(), transport.is_closing())
    transport.write(bytes(200_000))
    os.close(r)
    await protocol.lost
    for _ in range(3):
        transport.write(b'nobody reads this')
    print(transport.is_closing(), transport.get_write_buffer_size())

    r, w = os.pipe()
    os.set_blocking(w, False)
    try:
        while True:
            os.write(w, bytes(4096))
    except BlockingIOError as exc:
        print(repr(exc))
    with open(w, 'wb', buffering=0) as raw, open(os.dup(w), 'wb') as buffered:
        print(raw.write(b'abc'))
        buffered.write(b'abc')
        try:
            buffered.flush()
        except BlockingIOError as exc:
            print(repr(exc), exc.characters_written)
        os.read(r, 65536)
        buffered.flush()
        os.close(r)
        try:
            raw.write(b'abc')
        except BrokenPipeError as exc:
            print(repr(exc))

_net.run(main)
