# A forked child has no loop, neither a running one nor one that is set; it makes its own.
import asyncio
import os
import sys
import warnings

warnings.simplefilter('ignore')


def in_child(what):
    sys.stdout.flush()
    if not os.fork():
        try:
            what()
        finally:
            sys.stdout.flush()
            os._exit(0)
    print('status', os.wait()[1])


async def child_main():
    await asyncio.sleep(0)
    return 'ran in the child'


def from_a_coroutine():
    try:
        asyncio.get_running_loop()
    except RuntimeError as exc:
        print(exc)
    print('running loop:', asyncio._get_running_loop(), 'task:', asyncio.get_event_loop_policy().get_event_loop() is loop)
    print(asyncio.run(child_main()))


async def main():
    global loop
    loop = asyncio.get_running_loop()
    in_child(from_a_coroutine)
    print(asyncio.get_running_loop() is loop, asyncio.get_event_loop() is loop)
    await asyncio.sleep(0)

asyncio.run(main())
kept = asyncio.new_event_loop()
asyncio.set_event_loop(kept)
in_child(lambda: print('same loop:', asyncio.get_event_loop_policy().get_event_loop() is kept))
print('same loop:', asyncio.get_event_loop_policy().get_event_loop() is kept)
kept.close()
