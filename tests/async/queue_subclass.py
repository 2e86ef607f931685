# A subclass that keeps its items in its own way.
import asyncio


class UniqueQueue(asyncio.Queue):
    def _init(self, maxsize):
        self._queue = {}

    def _put(self, item):
        self._queue[item] = True

    def _get(self):
        item = next(iter(self._queue))
        del self._queue[item]
        return item


async def main():
    q = UniqueQueue()
    for item in 'abab':
        q.put_nowait(item)
    print(q, q.qsize())
    print(await q.get(), await q.get(), q.empty())

asyncio.run(main())
