# Children connected with each other, with scripts of our own, and read by several tasks.
import asyncio, sys, os
async def main():
    r, w = os.pipe()
    p1 = await asyncio.create_subprocess_exec('echo', 'a\nb\nc', stdout=w)
    os.close(w)
    p2 = await asyncio.create_subprocess_exec('sort', '-r', stdin=r, stdout=asyncio.subprocess.PIPE)
    os.close(r)
    print(await p2.communicate(), await p1.wait())
    # cat a stream to another
    p = await asyncio.create_subprocess_exec(sys.executable, '-u', '-c', 'import sys\nfor line in sys.stdin: print(line.strip().upper())', stdin=-1, stdout=-1)
    for w in ('x','y'):
        p.stdin.write(w.encode()+b'\n'); await p.stdin.drain()
        print(await asyncio.wait_for(p.stdout.readline(), 5))
    p.stdin.close()
    print(await p.wait())
    # input()
    p = await asyncio.create_subprocess_exec(sys.executable, '-c', 'name=input("? "); print("hi", name)', stdin=-1, stdout=-1)
    print(await p.communicate(b'bob\n'))
    # asyncio script in a child
    p = await asyncio.create_subprocess_exec(sys.executable, '-c', 'import asyncio\nasync def m():\n await asyncio.sleep(0.01); print("child loop")\nasyncio.run(m())', stdout=-1)
    print(await p.communicate())
    async def watch(stream, prefix):
        async for line in stream:
            print(prefix, line.decode().rstrip())
    p = await asyncio.create_subprocess_shell('for i in 1 2 3; do echo o$i; done; echo e >&2', stdout=-1, stderr=-1)
    await asyncio.gather(watch(p.stdout,'out'))
    await watch(p.stderr,'err'); print(await p.wait())
asyncio.run(main())
