# A loop of write and drain ends in an error once the peer is gone.
import asyncio
import _net


async def main():
    server, (there, there_writer), (reader, writer) = await _net.streams()
    there_writer.close()
    await there_writer.wait_closed()
    print(await reader.read(), writer.is_closing())
    try:
        for _ in range(1000):
            writer.write(b'data')
            await writer.drain()
            await asyncio.sleep(0)
    except ConnectionError as exc:
        print(isinstance(exc, (BrokenPipeError, ConnectionResetError)))
    writer.close()
    try:
        await writer.wait_closed()
    except ConnectionError as exc:
        print(isinstance(exc, (BrokenPipeError, ConnectionResetError)))
    server.close()

_net.run(main)
