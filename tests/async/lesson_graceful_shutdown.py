# Signals end a service: its tasks are cancelled and may clean up.
import asyncio
import os
import signal


async def job(n):
    try:
        while True:
            await asyncio.sleep(0.01)
    except asyncio.CancelledError:
        print(f"job {n}: cleaning up")
        await asyncio.sleep(0.001 * n)
        print(f"job {n}: clean")
        raise


async def shutdown(sig, loop):
    print(f"Received exit signal {sig.name}...")
    tasks = [t for t in asyncio.all_tasks() if t is not asyncio.current_task()]
    print(f"Cancelling {len(tasks)} outstanding tasks")
    for t in sorted(tasks, key=lambda t: t.get_name()):
        t.cancel()
    results = await asyncio.gather(*sorted(tasks, key=lambda t: t.get_name()), return_exceptions=True)
    print(results)
    loop.stop()


def main():
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    for s in (signal.SIGHUP, signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(s, lambda s=s: asyncio.create_task(shutdown(s, loop)))
    for n in range(1, 4):
        loop.create_task(job(n), name=f"job-{n}")
    loop.call_later(0.02, os.kill, os.getpid(), signal.SIGTERM)
    try:
        loop.run_forever()
    finally:
        print(loop.remove_signal_handler(signal.SIGHUP), loop.remove_signal_handler(signal.SIGHUP))
        loop.close()
        print("Successfully shutdown the service.", loop)


main()


async def second():
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for sig in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(sig, stop.set)
    t = asyncio.create_task(job(1))
    loop.call_later(0.01, signal.raise_signal, signal.SIGINT)
    await stop.wait()
    print("stopping", stop)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print("stopped")


asyncio.run(second())
