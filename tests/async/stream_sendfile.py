# loop.sendfile: whole files, parts of them, and what it refuses.
import asyncio
import tempfile
import _net


async def main():
    loop = asyncio.get_running_loop()
    server, (there, there_writer), (reader, writer) = await _net.streams()
    content = bytes(range(256)) * 2000
    with tempfile.TemporaryFile() as file:
        file.write(content)
        file.flush()
        for offset, count in ((0, None), (100, None), (5, 1000), (len(content), None), (0, 10)):
            writer.write(b'<')
            sent = await loop.sendfile(writer.transport, file, offset, count)
            writer.write(b'>')
            expected = content[offset:] if count is None else content[offset:offset + count]
            got = await there.readexactly(len(expected) + 2)
            print(offset, count, sent, got == b'<' + expected + b'>', file.tell())
        writer.close()
        try:
            await loop.sendfile(writer.transport, file)
        except RuntimeError as exc:
            print(exc)
    there_writer.close()
    await writer.wait_closed()
    await there_writer.wait_closed()
    server.close()

_net.run(main)
