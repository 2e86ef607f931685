# How processes, transports and streams print.
import asyncio
import re
from asyncio.subprocess import PIPE


def show(x):
    text = re.sub(r"pid=\d+", "pid=N", repr(x))
    print(re.sub(r"<Process \d+>", "<Process N>", re.sub(r"fd=\d+", "fd=N", text)))


async def main():
    p = await asyncio.create_subprocess_exec("cat", stdin=PIPE, stdout=PIPE, stderr=PIPE)
    show(p)
    show(p.stdin)
    show(p.stdout)
    show(p._transport)
    show(p._protocol)
    p.stdin.write(b"x")
    p.stdin.close()
    show(p.stdin)
    await p.stdout.read()
    await p.wait()
    show(p)
    show(p._transport)
    show(p.stdin.transport)
    show(p.stdout)
    p = await asyncio.create_subprocess_exec("sh", "-c", "exit 3", stdout=PIPE, stderr=asyncio.subprocess.STDOUT)
    await p.communicate()
    show(p._transport)
    p = await asyncio.create_subprocess_exec("sleep", "30")
    show(p._transport)
    p.kill()
    await p.wait()
    show(p._transport)


asyncio.run(main())
