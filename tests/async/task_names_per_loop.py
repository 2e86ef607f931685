# Default names count up over all loops of the program.
import asyncio


async def main():
    names = [asyncio.current_task().get_name()]
    loop = asyncio.get_running_loop()
    tasks = [asyncio.create_task(asyncio.sleep(0)), loop.create_task(asyncio.sleep(0), name='x'),
             asyncio.create_task(asyncio.sleep(0), name='y'), loop.create_task(asyncio.sleep(0))]
    await asyncio.gather(*tasks)
    return names + [t.get_name() for t in tasks]

print(asyncio.run(main()))
