# The blocking subprocess module from coroutines: in threads, beside running children.
import asyncio
import subprocess


async def main():
    loop = asyncio.get_running_loop()
    out = await asyncio.to_thread(subprocess.run, ["echo", "from a thread"], capture_output=True, text=True)
    print(out)
    results = await asyncio.gather(*(loop.run_in_executor(None, lambda i=i: subprocess.call(["sh", "-c", f"sleep 0.0{i}; exit {i}"])) for i in range(5)))
    print(results)
    ticks = 0

    async def ticker():
        nonlocal ticks
        while True:
            ticks += 1
            await asyncio.sleep(0.01)

    t = asyncio.create_task(ticker())
    await asyncio.to_thread(subprocess.run, ["sleep", "0.2"])
    t.cancel()
    print(ticks > 5)
    p = await asyncio.create_subprocess_exec("sh", "-c", "sleep 0.1; echo later", stdout=subprocess.PIPE)
    print(subprocess.check_output(["echo", "blocking"]))
    print(await p.communicate())


asyncio.run(main())
