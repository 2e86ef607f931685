# All the ways to run a coroutine.
import asyncio
import sys


async def hello(n=1):
    await asyncio.sleep(0)
    return f"hello {n}"


print(asyncio.run(hello()))
print(asyncio.run(hello(), debug=True))
with asyncio.Runner(debug=False) as runner:
    print(runner.run(hello(2)), runner.get_loop())
    loop = runner.get_loop()
    print(runner.run(hello(3)), runner.get_loop() is loop)
    try:
        runner.run("not a coroutine")
    except ValueError as e:
        print(e)
try:
    runner.run(c := hello())
except RuntimeError as e:
    print(e)
    c.close()
loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
print(loop.run_until_complete(hello(4)))
print(loop.run_until_complete(asyncio.gather(hello(5), hello(6))))
task = loop.create_task(hello(7))
print(task)
print(loop.run_until_complete(task), loop.run_until_complete(asyncio.wait_for(hello(8), 1)))
loop.close()
asyncio.set_event_loop(None)
try:
    asyncio.get_event_loop()
except RuntimeError as e:
    print(e)


async def exits():
    sys.exit(3)


async def leftovers():
    async def bg():
        try:
            await asyncio.sleep(100)
        finally:
            print("bg finally")
    asyncio.create_task(bg())
    await asyncio.sleep(0)
    return "leftovers"

print(asyncio.run(leftovers()))


class MyLoop(asyncio.SelectorEventLoop):
    def create_task(self, coro, **kw):
        print("creating", coro.__name__, kw)
        return super().create_task(coro, **kw)

print(asyncio.run(hello(9), loop_factory=MyLoop))
try:
    asyncio.run(exits())
except SystemExit as e:
    print("exit", e.code)


async def ki():
    raise KeyboardInterrupt

try:
    asyncio.run(ki())
except KeyboardInterrupt as e:
    print(repr(e))
print(asyncio.iscoroutine(c := hello()), asyncio.iscoroutinefunction(hello), c)
c.close()
