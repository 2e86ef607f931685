# Output, error text and status of a shell command.
import asyncio


async def run(command):
    proc = await asyncio.create_subprocess_shell(command, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE)
    stdout, stderr = await proc.communicate()
    print(f'[{command!r} exited with {proc.returncode}]')
    if stdout:
        print(f'[stdout]\n{stdout.decode()}', end='')
    if stderr:
        print(f'[stderr]\n{stderr.decode()}', end='')


async def main():
    await run('echo problem >&2; exit 3')
    await asyncio.gather(run('sleep 0.05; echo A'), run('sleep 0.15; echo B'))

asyncio.run(main())
