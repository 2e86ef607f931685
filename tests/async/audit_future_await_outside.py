# await on a future of another loop, and without the loop's help.
import asyncio


async def main():
    other = asyncio.new_event_loop()
    f = other.create_future()
    try:
        await f
    except RuntimeError as error:
        print(str(error).split(' got ')[1].split(' attached')[1])
    other.close()
    f = asyncio.get_running_loop().create_future()
    step = f.__await__()
    print(next(step) is f, f._asyncio_future_blocking)
    try:
        next(step)
    except RuntimeError as error:
        print(error)
    f.set_result(4)
    try:
        next(f.__await__())
    except StopIteration as error:
        print(error.value)

asyncio.run(main())
