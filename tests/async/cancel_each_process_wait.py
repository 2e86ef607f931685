# wait() and communicate() of a child cancelled; the child is still there, and waits again.  # test: heavy
import asyncio
from asyncio.subprocess import PIPE


async def main():
    process = await asyncio.create_subprocess_exec('cat', stdin=PIPE, stdout=PIPE)
    for make in (process.wait, process.communicate, process.stdout.read, process.stdout.readline):
        task = asyncio.create_task(make())
        if make == process.communicate:  # closes its stdin, so cat ends
            await asyncio.wait([task])
            print(task.done())
        else:
            await asyncio.sleep(0.01)
        task.cancel()
        print(make.__name__, await asyncio.gather(task, return_exceptions=True), process.returncode)
    process.stdin.close()
    print(await process.wait())

asyncio.run(main())
