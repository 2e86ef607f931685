# communicate() cancelled: at once, while it waits, by a timeout; the child and its pipes afterwards.
import asyncio
import os
from asyncio.subprocess import PIPE


async def drain(p):
    p.stdin.write(b"z" * 1_000_000)
    await p.stdin.drain()


async def closing(p):
    p.stdin.write(b"z" * 1_000_000)
    p.stdin.close()
    await p.stdin.wait_closed()


async def once(how):
    p = await asyncio.create_subprocess_shell('exec cat', stdin=PIPE, stdout=PIPE)
    task = asyncio.create_task(p.communicate(b"y" * 10))
    if how == "timeout":
        try:
            async with asyncio.timeout(60):
                await task
            print(how, "finished")
        except TimeoutError:
            print(how, "timed out")
    elif how == "wait_for":
        try:
            await asyncio.wait_for(task, 60)
            print(how, "finished")
        except TimeoutError:
            print(how, "timed out")
    else:
        if how == "later":
            await asyncio.wait([task], timeout=60)
        elif how == "step":
            await asyncio.sleep(0)
        task.cancel("reason")
        try:
            await task
            print(how, "finished")
        except asyncio.CancelledError as e:
            print(how, "cancelled", e.args)
    if p.returncode is None:
        try:
            p.kill()
        except ProcessLookupError:
            pass
    code = await p.wait()
    print(code in (0, -9), p.returncode == code)


async def main():
    for how in ("at once", "step", "later", "timeout", "wait_for"):
        await once(how)
    await asyncio.sleep(0.02)
    print(len(asyncio.all_tasks()))
    try:
        os.waitpid(-1, os.WNOHANG)
        print("a child is left")
    except ChildProcessError:
        print("no children left")


asyncio.run(main())
