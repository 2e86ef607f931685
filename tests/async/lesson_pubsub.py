# A hub hands messages to those who subscribed.
import asyncio
from collections import defaultdict
from contextlib import asynccontextmanager, suppress


class Hub:
    def __init__(self):
        self._topics = defaultdict(dict)

    async def publish(self, topic, message):
        for queue in list(self._topics[topic]):
            await queue.put(message)
        return len(self._topics[topic])

    @asynccontextmanager
    async def subscribe(self, *topics):
        queue = asyncio.Queue()
        for t in topics:
            self._topics[t][queue] = True
        try:
            yield queue
        finally:
            for t in topics:
                self._topics[t].pop(queue)


async def listener(hub, name, topics, ready):
    async with hub.subscribe(*topics) as queue:
        ready.set()
        count = 0
        while (msg := await queue.get()) != "STOP":
            count += 1
            print(f"{name} <- {msg}")
        print(f"{name} leaves after {count} messages")


async def main():
    hub = Hub()
    print("nobody:", await hub.publish("news", "lost"))
    ready = [asyncio.Event() for _ in range(3)]
    tasks = [
        asyncio.create_task(listener(hub, "ann", ["news", "sport"], ready[0])),
        asyncio.create_task(listener(hub, "bob", ["news"], ready[1])),
        asyncio.create_task(listener(hub, "cy", ["sport"], ready[2])),
    ]
    await asyncio.gather(*(e.wait() for e in ready))
    print(await hub.publish("news", "election"))
    await asyncio.sleep(0)
    print(await hub.publish("sport", "goal!"))
    await asyncio.sleep(0)
    for t in ("news", "sport"):
        await hub.publish(t, "STOP")
    await asyncio.wait(tasks)
    print({k: len(v) for k, v in hub._topics.items()})
    t = asyncio.create_task(listener(hub, "dan", ["news"], asyncio.Event()))
    await asyncio.sleep(0)
    t.cancel()
    with suppress(asyncio.CancelledError):
        await t
    print(t.cancelled(), {k: len(v) for k, v in hub._topics.items()})


asyncio.run(main())
