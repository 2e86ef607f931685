# A crawler over pages that are there in memory.
import asyncio, random, time
from urllib.parse import urljoin, urlparse
from collections import Counter
PAGES = {
    'http://site/': ['/a', '/b', '/c'], 'http://site/a': ['/b', '/d', 'http://other/x'], 'http://site/b': ['/', '/e'],
    'http://site/c': [], 'http://site/d': ['/missing'], 'http://site/e': ['/a#frag'],
}
class FetchError(Exception):
    def __init__(self, url, status):
        super().__init__(f'{status} for {url}')
        self.url, self.status = url, status
class Crawler:
    def __init__(self, root, workers=3, limit=2):
        self.queue = asyncio.Queue()
        self.seen = set()
        self.root = root
        self.workers = workers
        self.sem = asyncio.Semaphore(limit)
        self.stats = Counter()
        self.errors = []
    async def fetch(self, url):
        async with self.sem:
            await asyncio.sleep(0.001)
            if url not in PAGES:
                raise FetchError(url, 404)
            return PAGES[url]
    def add(self, url):
        url = url.split('#')[0]
        if urlparse(url).netloc != 'site' or url in self.seen:
            self.stats['skipped'] += 1
            return
        self.seen.add(url)
        self.queue.put_nowait(url)
    async def work(self, n):
        while True:
            url = await self.queue.get()
            try:
                for link in await self.fetch(url):
                    self.add(urljoin(url, link))
                self.stats['ok'] += 1
            except FetchError as e:
                self.errors.append(str(e))
                self.stats['failed'] += 1
            finally:
                self.queue.task_done()
    async def run(self):
        self.add(self.root)
        tasks = [asyncio.create_task(self.work(i), name=f'worker-{i}') for i in range(self.workers)]
        await self.queue.join()
        for t in tasks:
            t.cancel()
        r = await asyncio.gather(*tasks, return_exceptions=True)
        print([type(x).__name__ for x in r])
        return self.stats
c = Crawler('http://site/')
print(sorted(asyncio.run(c.run()).items()), c.errors, sorted(c.seen))
print(c.queue, c.sem)
