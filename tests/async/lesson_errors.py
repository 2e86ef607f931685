# Where errors go that nobody waits for.
import asyncio
import gc


async def fail(n):
    await asyncio.sleep(0)
    raise ValueError(f"failure {n}")


lines = []


def handler(loop, context):
    lines.append(f"handler: {context['message']} | {context.get('exception')!r} {sorted(context)}")


async def main():
    loop = asyncio.get_running_loop()
    t = asyncio.create_task(fail(1))
    await asyncio.sleep(0.001)
    del t
    gc.collect()
    loop.set_exception_handler(handler)
    print(loop.get_exception_handler() is handler)
    t = asyncio.create_task(fail(2))
    await asyncio.sleep(0.001)
    del t
    gc.collect()
    loop.call_soon(lambda: 1 / 0)
    await asyncio.sleep(0.001)
    f = loop.create_future()
    f.set_exception(KeyError("k"))
    del f
    gc.collect()
    await asyncio.sleep(0.001)
    gc.collect()
    print(*sorted(lines), sep="\n")  # which comes when is up to the collector
    lines.clear()
    loop.call_exception_handler({"message": "by hand", "answer": 42})
    print(*lines)
    loop.set_exception_handler(None)
    loop.call_exception_handler({"message": "default", "answer": 42, "exception": ValueError("x")})
    loop.call_exception_handler({})
    try:
        loop.set_exception_handler(5)
    except TypeError as e:
        print(e)
    try:
        await asyncio.gather(fail(3), fail(4))
    except ValueError as e:
        print("first", e)
    await asyncio.sleep(0.001)
    a, b = asyncio.create_task(fail(5)), asyncio.create_task(asyncio.sleep(10))
    done, pending = await asyncio.wait([a, b], return_when=asyncio.FIRST_EXCEPTION)
    print([repr(t.exception()) for t in done], len(pending))
    pending.pop().cancel()


asyncio.run(main())
