# The ways to debug mode, and what it adds.
import asyncio
import warnings


async def main():
    loop = asyncio.get_running_loop()
    import sys
    return loop.get_debug(), sys.get_coroutine_origin_tracking_depth() > 0, loop.slow_callback_duration

print(asyncio.run(main()), asyncio.run(main(), debug=True), asyncio.run(main(), debug=False))
with asyncio.Runner(debug=True) as runner:
    print(runner.run(main()), runner.get_loop().get_debug())
loop = asyncio.new_event_loop()
loop.set_debug(True)
print(loop.get_debug(), loop.run_until_complete(main()))
for method in (loop.call_soon, lambda f: loop.call_later(1, f), lambda f: loop.call_at(1, f), loop.call_soon_threadsafe):
    for wrong in (3, main):
        try:
            method(wrong)
        except TypeError as error:
            print(str(error).split(' at 0x')[0])
loop.close()
