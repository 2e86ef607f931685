"""Blocking functions beside an event loop, in threads and in processes."""
# test: heavy
import asyncio, concurrent.futures, functools, threading, time
def blocking(n): time.sleep(0.02); return n*n, threading.current_thread().name.split('_')[0]
def cpu(n): return sum(i*i for i in range(n))
async def main():
    loop=asyncio.get_running_loop()
    print(await loop.run_in_executor(None,blocking,3))
    with concurrent.futures.ThreadPoolExecutor(2,'pool') as ex: print(await asyncio.gather(*(loop.run_in_executor(ex,blocking,i) for i in range(4))))
    with concurrent.futures.ProcessPoolExecutor(2) as ex: print(await asyncio.gather(*(loop.run_in_executor(ex,cpu,i*1000) for i in range(4))))
    print(await asyncio.to_thread(functools.partial(blocking,n=5)))
    try: await asyncio.wait_for(asyncio.to_thread(time.sleep,0.2),0.02)
    except TimeoutError: print('timeout')
    try: await asyncio.to_thread(int,'x')
    except ValueError as e: print(e)
    q=asyncio.Queue()
    def feeder():
        for i in range(3): loop.call_soon_threadsafe(q.put_nowait,i)
        f=asyncio.run_coroutine_threadsafe(q.put('last'),loop); f.result()
    t=threading.Thread(target=feeder); t.start()
    print([await q.get() for _ in range(4)]); await asyncio.to_thread(t.join)
if __name__=='__main__': asyncio.run(main())
