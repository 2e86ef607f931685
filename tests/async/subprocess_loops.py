# Children of loops in threads, of one loop after the other, of task groups that fail.
import asyncio, threading, sys
async def main():
    p = await asyncio.create_subprocess_exec('echo','from thread', stdout=-1)
    return await p.communicate(), p.returncode
res=[]
t = threading.Thread(target=lambda: res.append(asyncio.run(main()))); t.start(); t.join(); print(res)
# many loops
for i in range(3): print(asyncio.run(main()))
loop = asyncio.new_event_loop()
print(loop.run_until_complete(main())); loop.close()
async def cancel_all():
    async with asyncio.TaskGroup() as tg:
        ps=[]
        async def one(i):
            p = await asyncio.create_subprocess_exec('sleep','30'); ps.append(p)
            try: await p.wait()
            except asyncio.CancelledError: p.kill(); await p.wait(); print('killed', p.returncode); raise
        for i in range(3): tg.create_task(one(i))
        await asyncio.sleep(0.1)
        raise ValueError('stop')
try: asyncio.run(cancel_all())
except* ValueError as eg: print(eg.exceptions)
async def ctx():
    proc = await asyncio.create_subprocess_exec(sys.executable, '-c', 'import sys; sys.stdout.write("x"*70000); sys.exit(2)', stdout=asyncio.subprocess.PIPE)
    n=0
    while chunk := await proc.stdout.read(4096): n+=len(chunk)
    print(n, await proc.wait())
asyncio.run(ctx())
