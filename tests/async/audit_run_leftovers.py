# asyncio.run cancels what is left, waits for it, and reports what fails.
import asyncio


async def polite(n):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        await asyncio.sleep(0)
        log.append(f'polite {n}')
        raise


async def rude():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        raise ValueError('rude')


async def stubborn():
    for i in range(3):
        try:
            await asyncio.sleep(0.001)
        except asyncio.CancelledError:
            log.append(f'stubborn {i}')
    return 'anyway'


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print(context['message'], repr(context['exception'])))
    keep.extend(asyncio.create_task(c) for c in (polite(1), rude(), stubborn(), polite(2)))
    await asyncio.sleep(0)
    return 'main'

keep, log = [], []
print(asyncio.run(main()))
print([t.cancelled() or t.exception() or t.result() for t in keep])
print(sorted(log))
