# Talking to a child line by line; limits; a reader that is slow.  # test: heavy
import asyncio
from asyncio.subprocess import PIPE


async def main():
    p = await asyncio.create_subprocess_exec("cat", stdin=PIPE, stdout=PIPE)
    for word in (b"one", b"two", b"three"):
        p.stdin.write(word + b"\n")
        await p.stdin.drain()
        print(await p.stdout.readline())
    p.stdin.writelines([b"a\n", b"b\n"])
    print(await p.stdout.readexactly(4))
    print(p.stdin.can_write_eof(), p.stdin.is_closing())
    p.stdin.write_eof()
    print(p.stdin.is_closing())
    print(await p.stdout.read(), p.stdout.at_eof(), await p.wait())
    await p.stdin.wait_closed()

    p = await asyncio.create_subprocess_exec("sh", "-c", "for i in 1 2 3; do echo line $i; done", stdout=PIPE)
    async for line in p.stdout:
        print(line)
    print(await p.wait())

    p = await asyncio.create_subprocess_exec("sh", "-c", "head -c 200 /dev/zero; sleep 0.1; echo; echo short", stdout=PIPE, limit=64)
    try:
        await p.stdout.readline()
    except ValueError as e:
        print(e)
    while await p.stdout.read(1000):
        pass
    print(await p.wait())

    big = b"x" * 1_000_000
    p = await asyncio.create_subprocess_exec("cat", stdin=PIPE, stdout=PIPE)
    out, _ = await p.communicate(big)
    print(out == big, p.returncode)
    p = await asyncio.create_subprocess_exec("sh", "-c", "head -c 300000 /dev/zero; head -c 200000 /dev/zero >&2", stdout=PIPE, stderr=PIPE)
    out, err = await p.communicate()
    print(len(out), len(err))
    p = await asyncio.create_subprocess_exec("sleep", "0.3", stdin=PIPE)
    p.stdin.write(big)
    try:
        await asyncio.wait_for(p.stdin.drain(), 0.05)
    except TimeoutError:
        print("the pipe is full")
    print(p.stdin.transport.get_write_buffer_size() > 0)
    p.kill()
    print(await p.wait())
    p.stdin.close()
    try:
        await p.stdin.wait_closed()
    except BrokenPipeError:
        print("BrokenPipeError")
    p = await asyncio.create_subprocess_exec("sh", "-c", "echo early; sleep 0.2; echo late", stdout=PIPE)
    print(await p.stdout.readline())
    print(p.returncode)
    print(await p.stdout.readline(), await p.wait())


asyncio.run(main())
