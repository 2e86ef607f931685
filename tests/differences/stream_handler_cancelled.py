# A stream server's handler that is cancelled is not reported
#
# CPython 3.12.1 reports a CancelledError in a callback of its own when `asyncio.run` ends while a client's handler still runs. That was a mistake, which 3.12's later releases no longer make, and Moray does not make either.
import asyncio
import io
import logging

heard = io.StringIO()
logging.basicConfig(stream=heard, format="%(levelname)s %(message)s")


async def main():
    started = asyncio.Event()

    async def handle(reader, writer):
        started.set()
        await asyncio.sleep(60)

    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    await asyncio.open_connection(*server.sockets[0].getsockname())
    await started.wait()


asyncio.run(main())
print("reported" if "CancelledError" in heard.getvalue() or "Exception in callback" in heard.getvalue() else "not reported")
