# A supervisor restarts what crashes; reports go through logging.
import asyncio
import logging
import sys

logging.basicConfig(format="%(levelname)-8s %(name)s %(message)s", level=logging.INFO, stream=sys.stdout)
log = logging.getLogger("lesson")


class Supervisor:
    def __init__(self, max_restarts=2):
        self.max_restarts = max_restarts

    async def run(self, name, factory):
        for attempt in range(self.max_restarts + 1):
            task = asyncio.create_task(factory(attempt), name=f"{name}#{attempt}")
            try:
                return await task
            except asyncio.CancelledError:
                log.warning("%s was cancelled", task.get_name())
                raise
            except Exception as e:
                log.error("%s crashed: %r", task.get_name(), e)
        log.critical("%s: too many restarts", name)


async def flaky(attempt):
    await asyncio.sleep(0)
    if attempt < 2:
        raise OSError(5, "disk")
    return "fine"


async def hopeless(attempt):
    raise ZeroDivisionError


async def forever(attempt):
    await asyncio.Event().wait()


async def failing_background():
    await asyncio.sleep(0)
    raise RuntimeError("nobody waits for me")


async def main():
    s = Supervisor()
    print(await s.run("flaky", flaky))
    print(await s.run("hopeless", hopeless))
    t = asyncio.create_task(s.run("forever", forever))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    t.cancel()
    await asyncio.wait([t])
    bg = asyncio.create_task(failing_background(), name="bg")
    await asyncio.sleep(0.001)
    del bg
    import gc
    gc.collect()
    log.info("end")


logging.raiseExceptions = True
asyncio.run(main())
