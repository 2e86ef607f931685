# A pool of workers with futures for its results.
import asyncio
class Pool:
    def __init__(self, n):
        self.n = n
    async def __aenter__(self):
        self.q = asyncio.Queue(self.n)
        self.results = []
        self.ws = [asyncio.create_task(self._work(), name=f'w{i}') for i in range(self.n)]
        return self
    async def submit(self, f, *a):
        fut = asyncio.get_running_loop().create_future()
        await self.q.put((fut, f, a))
        return fut
    async def _work(self):
        while True:
            fut, f, a = await self.q.get()
            try:
                r = await f(*a)
            except Exception as e:
                fut.set_exception(e)
            else:
                if not fut.cancelled():
                    fut.set_result(r)
            finally:
                self.q.task_done()
    async def __aexit__(self, *exc):
        await self.q.join()
        for w in self.ws:
            w.cancel('pool closed')
        for w in self.ws:
            try:
                await w
            except asyncio.CancelledError as e:
                print(w.get_name(), 'cancelled', e.args)
async def sq(x):
    await asyncio.sleep(0.001)
    if x == 3:
        raise ValueError(x)
    return x * x
async def main():
    async with Pool(2) as p:
        futs = [await p.submit(sq, i) for i in range(6)]
    for f in futs:
        print(f)
    print(await asyncio.gather(*futs, return_exceptions=True))
asyncio.run(main())
