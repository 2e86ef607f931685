# wait returns when the first is done; the others go on.
import asyncio


async def job(name, gate):
    await gate.wait()
    print(name, 'finished')
    return name


async def main():
    gates = {'slow': asyncio.Event(), 'fast': asyncio.Event()}
    tasks = [asyncio.create_task(job(name, gate), name=name) for name, gate in gates.items()]
    asyncio.get_running_loop().call_later(0.005, gates['fast'].set)
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print(sorted(t.get_name() for t in done), sorted(t.get_name() for t in pending))
    gates['slow'].set()
    done, pending = await asyncio.wait(tasks)
    print(sorted(t.result() for t in done), pending)

asyncio.run(main())
