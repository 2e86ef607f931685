# Many children at once; descriptors and zombies afterwards.
import asyncio
import os
from asyncio.subprocess import PIPE


def descriptors():
    return len(os.listdir("/proc/self/fd"))


async def one(i):
    p = await asyncio.create_subprocess_exec("sh", "-c", f"read x; echo {i} $x; exit {i}", stdin=PIPE, stdout=PIPE)
    out, _ = await p.communicate(b"in\n")
    return out.decode().split(), p.returncode


async def main():
    await one(1)
    await asyncio.sleep(0.02)
    before = descriptors()
    print(await asyncio.gather(*(one(i) for i in range(25))))
    for i in range(5):
        try:
            await asyncio.create_subprocess_exec("no_such_program", stdin=PIPE, stdout=PIPE)
        except FileNotFoundError:
            pass
    sem = asyncio.Semaphore(3)

    async def limited(i):
        async with sem:
            p = await asyncio.create_subprocess_exec("true")
            return await p.wait()

    print(sum(await asyncio.gather(*(limited(i) for i in range(12)))))
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(one(i)) for i in range(3)]
    print([t.result()[1] for t in tasks])
    await asyncio.sleep(0.05)
    print(descriptors() - before)
    try:
        print(os.waitpid(-1, os.WNOHANG))
    except ChildProcessError:
        print("no children left")


asyncio.run(main())
