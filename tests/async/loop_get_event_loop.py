# get_event_loop inside and outside of a running loop.
import asyncio
import warnings

warnings.simplefilter('always')


def attempt():
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        try:
            loop = asyncio.get_event_loop()
            print('loop', loop.is_closed())
        except RuntimeError as exc:
            loop = None
            print('RuntimeError', exc)
    for w in caught:
        print(w.category.__name__, w.message, w.lineno)
    return loop


async def main():
    return asyncio.get_event_loop() is asyncio.get_running_loop()

first = attempt()
print(attempt() is first)
first.close()
mine = asyncio.new_event_loop()
asyncio.set_event_loop(mine)
print(attempt() is mine)
print(asyncio.run(main()))
attempt()
asyncio.set_event_loop(None)
attempt()
mine.close()
try:
    asyncio.set_event_loop(42)
except TypeError as exc:
    print(exc)
