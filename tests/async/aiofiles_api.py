# test: moray only
import asyncio, aiofiles, aiofiles.os, tempfile, os, json
async def main():
    d=tempfile.mkdtemp(); p=os.path.join(d,'a.txt')
    async with aiofiles.open(p,'w') as f:
        print(type(f).__name__, f.closed, f.name==p, f.mode); await f.write('one\ntwo\nthree\n'); await f.writelines(['x\n','y\n']); await f.flush()
    async with aiofiles.open(p) as f:
        async for line in f: print(repr(line))
    async with aiofiles.open(p) as f: print(await f.read(3), await f.readline(), await f.readlines(), await f.tell(), await f.seek(0), await f.readline())
    async with aiofiles.open(p,'rb') as f: print(await f.read(4), await f.read1(2), type(f).__name__); b=bytearray(3); print(await f.readinto(b), b, await f.peek(1)!=b'', f.fileno()>0, f.readable(), await f.seekable())
    f=await aiofiles.open(p,'a'); await f.write('end'); await f.close(); print(f.closed)
    try: await f.write('x')
    except ValueError as e: print(e)
    try: await aiofiles.open('/nonexistent')
    except FileNotFoundError as e: print(e)
    print(await aiofiles.os.path.exists(p), (await aiofiles.os.stat(p)).st_size, await aiofiles.os.listdir(d), await aiofiles.os.path.getsize(p)); await aiofiles.os.rename(p,p+'2'); await aiofiles.os.remove(p+'2'); await aiofiles.os.rmdir(d); print(await aiofiles.os.path.isdir(d)); await aiofiles.os.makedirs(d+'/a/b',exist_ok=True); print(sorted([e.name for e in await aiofiles.os.scandir(d)]), await aiofiles.os.getcwd()==os.getcwd())
    async with aiofiles.tempfile.TemporaryFile('w+') as f: await f.write('tmp'); await f.seek(0); print(await f.read())
    async with aiofiles.tempfile.NamedTemporaryFile('wb+',suffix='.z') as f: print(f.name.endswith('.z'), await f.write(b'1'))
    async with aiofiles.tempfile.TemporaryDirectory() as t: print(os.path.isdir(t))
    async with aiofiles.tempfile.SpooledTemporaryFile(max_size=5,mode='w+') as f: await f.write('abcdefgh'); await f.seek(0); print(await f.read())
    print(aiofiles.stdin, type(aiofiles.stdout), type(aiofiles.stdin_bytes).__name__)
    await aiofiles.stdout.write('to stdout\n'); await aiofiles.stdout.flush()
    async def cp(i):
        async with aiofiles.tempfile.NamedTemporaryFile('w+') as f:
            await f.write(json.dumps({'i':i})); await f.seek(0); return json.loads(await f.read())['i']
    print(await asyncio.gather(*(cp(i) for i in range(10))))
asyncio.run(main())
