# Tasks that resist, clean up, swallow or shield from cancellation.
import asyncio


async def stubborn():
    while True:
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            print("no!")
            if asyncio.current_task().cancelling() >= 2:
                print("all right")
                raise


async def cleanup():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("saving")
        await asyncio.sleep(0)
        print("saved")
        raise
    finally:
        print("finally")


async def parent():
    try:
        await asyncio.gather(cleanup(), asyncio.sleep(10))
    except asyncio.CancelledError:
        print("parent cancelled")
        raise


async def suppressor():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        return "swallowed"


async def main():
    t = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    t.cancel()
    await asyncio.sleep(0)
    print(t.done(), t.cancelling())
    t.cancel()
    await asyncio.wait([t])
    print(t.cancelled())
    t = asyncio.create_task(parent())
    await asyncio.sleep(0.001)
    t.cancel()
    print(await asyncio.gather(t, return_exceptions=True))
    t = asyncio.create_task(suppressor())
    await asyncio.sleep(0)
    t.cancel()
    print(await t, t.cancelled(), t.cancelling(), t)
    inner = asyncio.create_task(cleanup(), name="inner")
    outer = asyncio.create_task(asyncio.wait_for(asyncio.shield(inner), 5), name="outer")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    outer.cancel()
    await asyncio.wait([outer])
    print(inner.cancelled(), outer.cancelled(), inner.done())
    inner.cancel()
    await asyncio.wait([inner])
    never = asyncio.create_task(cleanup())
    print(never.cancel(), never.cancel())
    await asyncio.wait([never])
    print(never.cancelled(), never.cancel())

    async def self_cancel():
        asyncio.current_task().cancel("myself")
        print("still here")
        await asyncio.sleep(0)
        print("not here")
    try:
        await asyncio.create_task(self_cancel())
    except asyncio.CancelledError as e:
        print(repr(e))
    try:
        raise asyncio.CancelledError("by hand")
    except Exception:
        print("is an Exception")
    except BaseException as e:
        print("is a BaseException", e, type(e).__mro__[1].__name__)
    asyncio.current_task().cancel()
    try:
        await asyncio.sleep(0)
    except asyncio.CancelledError:
        print("main survived", asyncio.current_task().uncancel())


asyncio.run(main())


async def die():
    asyncio.current_task().cancel()
    await asyncio.sleep(1)

try:
    asyncio.run(die())
except asyncio.CancelledError as e:
    print("run raised", repr(e))
