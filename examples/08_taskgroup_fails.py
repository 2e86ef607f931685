# A TaskGroup keeps tasks together: the `async with` block ends when all of them have ended.
#
# When one of them fails, the others are cancelled, and the failures come out together as an ExceptionGroup, which
# `except*` takes apart by type.
import asyncio


async def works(name, seconds):
    try:
        await asyncio.sleep(seconds)
        print(name, "finished")
        return name
    except asyncio.CancelledError:
        print(name, "was cancelled")
        raise


async def fails(error, seconds):
    await asyncio.sleep(seconds)
    print("raising", type(error).__name__)
    raise error


async def fails_in_cleanup():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        print("cancelled, and the clean-up fails too")
        raise KeyError("lost key")


async def main():
    async with asyncio.TaskGroup() as group:
        a = group.create_task(works("a", 0.02))
        b = group.create_task(works("b", 0.01))
    print("all well:", a.result(), b.result())

    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(works("quick", 0.01))
            group.create_task(works("patient", 5))
            group.create_task(fails(ValueError("bad value"), 0.05))
            group.create_task(fails_in_cleanup())
    except* ValueError as errors:
        print("values:", errors.exceptions)
    except* KeyError as errors:
        print("keys:", errors.exceptions)
    print("the program goes on")


asyncio.run(main())
