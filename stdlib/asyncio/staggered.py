"""Starting several attempts one after the other, without waiting for the slow ones: the race of RFC 8305."""

__all__ = ('staggered_race',)

from . import events
from . import locks
from . import tasks


async def staggered_race(coro_fns, delay, *, loop=None):
    """Start the attempts in turn, each when the one before has failed or `delay` seconds after it; None waits for failures alone.

    The first attempt that succeeds wins and the others are cancelled. The result is (result, index, exceptions): index is
    None if nobody won, exceptions has an entry for each attempt that was started.
    """
    loop = loop or events.get_running_loop()
    attempts = enumerate(coro_fns)
    winner_result = None
    winner_index = None
    exceptions = []
    running = []

    async def run_next(predecessor_failed):
        nonlocal winner_result, winner_index
        if predecessor_failed is not None:
            try:
                await tasks.wait_for(predecessor_failed.wait(), delay)
            except TimeoutError:
                pass
        try:
            index, attempt = next(attempts)
        except StopIteration:
            return
        failed = locks.Event()
        running.append(loop.create_task(run_next(failed)))
        exceptions.append(None)
        try:
            result = await attempt()
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            exceptions[index] = exc
            failed.set()
        else:
            winner_index = index
            winner_result = result
            # Not this task: it is about to return anyway.
            for number, task in enumerate(running):
                if number != index:
                    task.cancel()

    running.append(loop.create_task(run_next(None)))
    try:
        finished = 0
        while finished != len(running):
            done, _ = await tasks.wait(running)
            finished = len(done)
            for task in done:
                if not task.cancelled() and task.exception():
                    raise task.exception()
        return winner_result, winner_index, exceptions
    finally:
        for task in running:
            task.cancel()
