# wait returns when the first is done; the others go on.
import asyncio


async def job(name, delay):
    await asyncio.sleep(delay)
    print(name, 'finished')
    return name


async def main():
    tasks = [asyncio.create_task(job('slow', 0.03), name='slow'), asyncio.create_task(job('fast', 0.005), name='fast')]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print(sorted(t.get_name() for t in done), sorted(t.get_name() for t in pending))
    done, pending = await asyncio.wait(tasks)
    print(sorted(t.result() for t in done), pending)

asyncio.run(main())
