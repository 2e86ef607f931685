# create_subprocess_exec and _shell: the examples of the documentation in other words.
import asyncio
import sys
from asyncio.subprocess import DEVNULL, PIPE, STDOUT


async def run(cmd):
    proc = await asyncio.create_subprocess_shell(cmd, stdout=PIPE, stderr=PIPE)
    stdout, stderr = await proc.communicate()
    print(f"[{cmd!r} exited with {proc.returncode}]")
    if stdout:
        print(f"[stdout]\n{stdout.decode()}")
    if stderr:
        print(f"[stderr]\n{stderr.decode()}")


async def date():
    code = "import datetime; print(datetime.datetime(2020, 1, 2))"
    proc = await asyncio.create_subprocess_exec(sys.executable, "-c", code, stdout=PIPE)
    line = (await proc.stdout.readline()).decode("ascii").rstrip()
    await proc.wait()
    return line


async def main():
    await run("echo ls; exit 2")
    await run("echo to stderr >&2")
    print(await date())
    await asyncio.gather(run('sleep 0.1; echo "hello"'), run('sleep 0.3; echo "world"'))
    p = await asyncio.create_subprocess_exec("cat", stdin=PIPE, stdout=PIPE)
    print(p.returncode, type(p), type(p.stdin), type(p.stdout), p.stderr, p.pid > 0, repr(p) == f"<Process {p.pid}>")
    print(await p.communicate(b"data"), p.returncode)
    print(await p.wait())
    p = await asyncio.create_subprocess_exec("sh", "-c", "echo out; echo err >&2", stdout=PIPE, stderr=STDOUT)
    print(await p.communicate())
    p = await asyncio.create_subprocess_exec("echo", "lost", stdout=DEVNULL)
    print(await p.communicate(), await p.wait())
    sys.stdout.flush()
    p = await asyncio.create_subprocess_exec("echo", "on our own stdout")
    print(await p.wait(), p.stdin, p.stdout, p.stderr)
    p = await asyncio.create_subprocess_shell("read a b; echo $b $a", stdin=PIPE, stdout=PIPE)
    print(await p.communicate(b"one two\n"))
    p = await asyncio.create_subprocess_exec("cat", stdin=PIPE, stdout=PIPE)
    print(await p.communicate())
    p = await asyncio.create_subprocess_exec("pwd", cwd="/", stdout=PIPE)
    print(await p.communicate())
    p = await asyncio.create_subprocess_shell("echo $A", env={"A": "b"}, stdout=PIPE)
    print(await p.communicate())
    p = await asyncio.create_subprocess_exec("sh", "-c", "exit 7")
    print(await p.wait(), p.returncode, p)


import builtins
_print = builtins.print
def print(*args):
    import re
    _print(*[re.sub(r"<Process \d+>", "<Process N>", str(a)) if not isinstance(a, (int, bytes)) or True else a for a in args])


asyncio.run(main())
