# Two shell commands at the same time; their output is taken in when they have ended.
import asyncio


async def run(command):
    process = await asyncio.create_subprocess_shell(command, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE)
    out, err = await process.communicate()
    return command, process.returncode, out, err


async def main():
    for result in await asyncio.gather(run('echo first; sleep 0.05'), run('echo second; echo oops >&2; exit 7')):
        print(*result)

asyncio.run(main())
