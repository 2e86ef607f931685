# terminate, kill, send_signal; a child that ignores SIGTERM; one that has ended.
import asyncio
import os
import signal
from asyncio.subprocess import PIPE


async def main():
    for how in ("terminate", "kill"):
        p = await asyncio.create_subprocess_exec("sleep", "30")
        getattr(p, how)()
        print(how, await p.wait(), p.returncode)
    p = await asyncio.create_subprocess_exec("sleep", "30")
    p.send_signal(signal.SIGINT)
    print(await p.wait())
    for how in (p.terminate, p.kill, lambda: p.send_signal(signal.SIGHUP)):
        try:
            how()
        except ProcessLookupError as e:
            print("ProcessLookupError", e)
    p = await asyncio.create_subprocess_exec("sh", "-c", "trap '' TERM; echo ready; while :; do sleep 0.05; done", stdout=PIPE)
    print(await p.stdout.readline())
    p.terminate()
    try:
        await asyncio.wait_for(p.wait(), 0.2)
    except TimeoutError:
        print("still there")
    p.kill()
    print(await p.wait())
    p = await asyncio.create_subprocess_exec("sh", "-c", "trap 'exit 5' TERM; echo ready; while :; do sleep 0.02; done", stdout=PIPE)
    await p.stdout.readline()
    p.terminate()
    print(await p.communicate(), p.returncode)
    p = await asyncio.create_subprocess_exec("sleep", "30")
    os.kill(p.pid, signal.SIGKILL)
    print(await p.wait())
    waiters = []
    p = await asyncio.create_subprocess_exec("sh", "-c", "sleep 0.1; exit 4")
    print(await asyncio.gather(p.wait(), p.wait(), p.wait()))


asyncio.run(main())
