# gather runs several coroutines at the same time and collects their results, in the order in which they were given.
import asyncio


async def fetch(name, seconds):
    print("ask for", name)
    await asyncio.sleep(seconds)
    print("got", name)
    return name.upper()


async def broken():
    await asyncio.sleep(0.05)
    raise ValueError("no such page")


async def main():
    # The slowest is asked for first and answers last; the results still come in the order of the arguments.
    print(await asyncio.gather(fetch("slow", 0.3), fetch("medium", 0.2), fetch("fast", 0.1)))

    # An exception in one of them comes out of gather...
    try:
        await asyncio.gather(fetch("page", 0.1), broken())
    except ValueError as error:
        print("gather raised:", error)

    # ... unless the caller asks for exceptions among the results. (The page from above was not cancelled: it arrives now.)
    results = await asyncio.gather(fetch("other", 0.2), broken(), return_exceptions=True)
    print(results)


asyncio.run(main())
