# Producers and consumers, joined by a queue.
#
# The queue holds at most two items: `put` waits while it is full, `get` waits while it is empty. So a fast producer is slowed
# down to what the consumers can take, and nobody has to poll.
import asyncio


async def producer(queue, count):
    for i in range(count):
        await queue.put(i)
        print("produced", i)


async def consumer(name, queue, results):
    while True:
        item = await queue.get()
        await asyncio.sleep(0.01 * (item % 2 + 1))  # odd items take longer
        results.append(item * item)
        queue.task_done()  # one task_done for each get: queue.join() counts them


async def main():
    queue = asyncio.Queue(maxsize=2)
    results = []
    consumers = [asyncio.create_task(consumer(f"consumer {n}", queue, results)) for n in range(2)]
    await producer(queue, 6)
    await queue.join()  # until every item has been worked on
    for task in consumers:
        task.cancel()
    await asyncio.gather(*consumers, return_exceptions=True)
    print("results:", sorted(results))


asyncio.run(main())
