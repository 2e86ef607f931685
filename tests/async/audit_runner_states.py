# A Runner before, during and after its life.
import asyncio


async def value(x):
    await asyncio.sleep(0)
    return x

runner = asyncio.Runner()
print(runner.run(value(1)))
loop = runner.get_loop()
print(loop is runner.get_loop(), loop.is_closed())
with runner:
    print(runner.run(value(2)))
print(loop.is_closed())
for action in (runner.get_loop, runner.__enter__, runner.close):
    try:
        print(action())
    except RuntimeError as error:
        print(error)
for wrong in (3, value, asyncio.sleep):
    try:
        asyncio.Runner().run(wrong)
    except ValueError as error:
        print(str(error).split(' at ')[0])


async def nested():
    coro = value(4)
    for f in (asyncio.run, asyncio.Runner().run):
        try:
            f(coro)
        except RuntimeError as error:
            print(error)
    coro.close()

asyncio.run(nested())
