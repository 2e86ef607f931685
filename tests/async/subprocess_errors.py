# What fails before or while a child runs.
import asyncio
import subprocess
from asyncio.subprocess import PIPE


async def attempt(make):
    try:
        p = await make()
        print(await p.wait())
    except Exception as e:
        print(type(e).__name__, e)


async def main():
    loop = asyncio.get_running_loop()
    exec_, shell = asyncio.create_subprocess_exec, asyncio.create_subprocess_shell
    await attempt(lambda: exec_("no_such_program_x"))
    await attempt(lambda: exec_("no_such_program_x", stdin=PIPE, stdout=PIPE, stderr=PIPE))
    await attempt(lambda: exec_("/"))
    await attempt(lambda: exec_("true", cwd="/no/such/folder"))
    await attempt(lambda: exec_(5))
    await attempt(lambda: exec_("true", "a\0b"))
    await attempt(lambda: shell(["true"]))
    await attempt(lambda: shell("no_such_command_x", stderr=subprocess.DEVNULL))
    for kwargs in ({"universal_newlines": True}, {"shell": True}, {"bufsize": 1}, {"text": True}, {"encoding": "utf-8"}, {"errors": "strict"}):
        await attempt(lambda: exec_("true", **kwargs))
    for kwargs in ({"universal_newlines": True}, {"shell": False}, {"bufsize": 1}, {"text": True}, {"encoding": "utf-8"}, {"errors": "strict"}):
        await attempt(lambda: shell("true", **kwargs))
    await attempt(lambda: exec_("true", no_such_option=1))
    p = await exec_("true", stdin=PIPE)
    print(await p.wait())
    p.stdin.write(b"x" * 100000)
    try:
        await p.stdin.drain()
    except (ConnectionResetError, BrokenPipeError):
        pass  # when it is known already that nobody reads
    p = await exec_("true", stdin=PIPE)
    print(await p.communicate(b"x" * 1_000_000), p.returncode)
    p = await exec_("sh", "-c", "exec 0<&-; echo closed; sleep 0.1", stdin=PIPE, stdout=PIPE)
    print(await p.stdout.readline())
    p.stdin.write(b"y" * 1_000_000)
    try:
        await p.stdin.drain()
        await p.stdin.drain()
    except (ConnectionResetError, BrokenPipeError) as e:
        print(type(e).__name__)
    print(await p.wait())
    try:
        await exec_("true", stdin=object())
    except AttributeError as e:
        print(e)


asyncio.run(main())
try:
    asyncio.create_subprocess_exec("true").send(None)
except RuntimeError as e:
    print(e)
