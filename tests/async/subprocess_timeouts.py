# Timeouts and cancellation at each await: what is left of the child afterwards.
import asyncio
import os
from asyncio.subprocess import PIPE


async def cancelled_after(coro, delay=0.05):
    task = asyncio.create_task(coro)
    await asyncio.sleep(delay)
    task.cancel()
    try:
        print("result", await task)
    except asyncio.CancelledError:
        print("cancelled")


async def main():
    p = await asyncio.create_subprocess_exec("sleep", "30")
    await cancelled_after(p.wait())
    print(p.returncode)
    try:
        async with asyncio.timeout(0.05):
            await p.wait()
    except TimeoutError:
        print("timeout", p.returncode)
    p.kill()
    print(await p.wait())

    p = await asyncio.create_subprocess_exec("cat", stdin=PIPE, stdout=PIPE, stderr=PIPE)
    await cancelled_after(p.stdout.readline())
    p.stdin.write(b"still works\n")
    print(await p.stdout.readline())
    await cancelled_after(p.stdout.read(10))
    await cancelled_after(p.stderr.read())
    print(await p.communicate(), p.returncode)

    p = await asyncio.create_subprocess_exec("sleep", "30", stdout=PIPE)
    try:
        await asyncio.wait_for(p.communicate(), 0.05)
    except TimeoutError:
        print("timeout", p.returncode)
        p.kill()
    print(await p.wait())

    p = await asyncio.create_subprocess_exec("sleep", "30", stdin=PIPE)
    p.stdin.write(b"z" * 1_000_000)
    await cancelled_after(p.stdin.drain())
    p.terminate()
    print(await p.wait())

    task = asyncio.create_task(asyncio.create_subprocess_exec("sleep", "30", stdout=PIPE))
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
        print("started")
    except asyncio.CancelledError:
        print("cancelled while starting")
    await asyncio.sleep(0.1)
    try:
        print(os.waitpid(-1, os.WNOHANG))
    except ChildProcessError:
        print("no children left")
    print(len(asyncio.all_tasks()))


asyncio.run(main())
