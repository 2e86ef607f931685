# One line of a child's output through its StreamReader.
import asyncio


async def main():
    proc = await asyncio.create_subprocess_exec('sh', '-c', 'echo 2030-01-01', stdout=asyncio.subprocess.PIPE)
    line = (await proc.stdout.readline()).decode('ascii').rstrip()
    print(await proc.wait(), line)

asyncio.run(main())
