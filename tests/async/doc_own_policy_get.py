# get_event_loop() inside a coroutine is the running loop; outside it warns.
import asyncio
import warnings


async def main():
    return asyncio.get_event_loop() is asyncio.get_running_loop()

print(asyncio.run(main()))
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    try:
        asyncio.get_event_loop_policy().get_event_loop()
    except RuntimeError as error:
        print(error)
print([w.category.__name__ for w in caught])
