# What happens when `await` is forgotten: the coroutine is made and thrown away, its body never runs.
#
# The interpreter notices when the coroutine object is collected and warns on stderr:
#     RuntimeWarning: coroutine 'save' was never awaited
import asyncio
import gc


async def save(text):
    print("saving", text)
    await asyncio.sleep(0)
    return len(text)


async def main():
    save("lost")  # wrong: makes a coroutine, does not run it
    gc.collect()  # so that the warning comes now, not at some later time

    result = save("kept")  # also easy to get wrong: `result` is the coroutine, not its result
    print("without await:", type(result).__name__)
    print("with await:", await result)


asyncio.run(main())
