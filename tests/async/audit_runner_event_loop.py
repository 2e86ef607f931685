# Runner sets the current event loop without a factory, and takes it away again.
import asyncio


async def nothing():
    pass

with asyncio.Runner() as runner:
    runner.run(nothing())
    print(asyncio.get_event_loop_policy().get_event_loop() is runner.get_loop())
try:
    asyncio.get_event_loop_policy().get_event_loop()
except RuntimeError as error:
    print(error)
with asyncio.Runner(loop_factory=asyncio.new_event_loop) as runner:
    runner.run(nothing())
    try:
        asyncio.get_event_loop_policy().get_event_loop()
    except RuntimeError as error:
        print(error)
