# wait() and communicate() of a child cancelled; the child is still there, and waits again.  # test: heavy
import asyncio
from asyncio.subprocess import PIPE


async def main():
    process = await asyncio.create_subprocess_exec('cat', stdin=PIPE, stdout=PIPE)
    for make in (process.wait, process.communicate, process.stdout.read, process.stdout.readline):
        task = asyncio.create_task(make())
        await asyncio.sleep(0.01)
        if make is process.communicate:
            print(task.done())
        task.cancel()
        print(make.__name__, await asyncio.gather(task, return_exceptions=True), process.returncode)
    process.stdin.close()
    print(await process.wait())

asyncio.run(main())
