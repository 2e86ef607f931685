# Commands, their streams, their ends.
import asyncio
import sys


async def run(cmd):
    proc = await asyncio.create_subprocess_shell(cmd, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE)
    out, err = await proc.communicate()
    print(f"[{cmd!r} exited with {proc.returncode}]")
    if out:
        print(f"[stdout]\n{out.decode()}", end="")
    if err:
        print(f"[stderr]\n{err.decode()}", end="")


async def feed():
    p = await asyncio.create_subprocess_exec("tr", "a-z", "A-Z", stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE)
    for w in ("one", "two"):
        p.stdin.write(w.encode() + b"\n")
        await p.stdin.drain()
    p.stdin.close()
    await p.stdin.wait_closed()
    async for line in p.stdout:
        print(line)
    print(await p.wait())


async def killing():
    p = await asyncio.create_subprocess_exec("sleep", "100")
    try:
        await asyncio.wait_for(p.wait(), 0.05)
    except TimeoutError:
        p.terminate()
        print("terminated", await p.wait(), p.returncode)
    try:
        p.kill()
    except ProcessLookupError as e:
        print("ProcessLookupError", e)
    p = await asyncio.create_subprocess_exec("sh", "-c", "trap '' TERM; echo ready; while :; do sleep 0.05; done", stdout=asyncio.subprocess.PIPE)
    print(await p.stdout.readline())
    p.terminate()
    try:
        async with asyncio.timeout(0.1):
            await p.wait()
    except TimeoutError:
        print("ignores SIGTERM")
        p.kill()
        print(await p.wait())


async def main():
    await asyncio.gather(run("echo a; sleep 0.05"), )
    await run("echo oops >&2; exit 3")
    await feed()
    await killing()
    try:
        await asyncio.create_subprocess_exec("/nonexistent/program")
    except FileNotFoundError as e:
        print(e)
    p = await asyncio.create_subprocess_exec(sys.executable, "-c", "import sys; print(sys.stdin.read()[::-1])", stdin=-1, stdout=-1)
    print(await p.communicate(b"abc"))
    print(p.returncode, p.stdin.is_closing(), p.stdout.at_eof(), p.stderr)


asyncio.run(main())
