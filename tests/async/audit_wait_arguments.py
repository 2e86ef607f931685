# What wait, wait_for, as_completed and shield refuse.
import asyncio


async def main():
    coro = asyncio.sleep(0)
    for action in (lambda: asyncio.wait([]), lambda: asyncio.wait(asyncio.sleep), lambda: asyncio.wait([coro]),
                   lambda: asyncio.wait([asyncio.create_task(asyncio.sleep(0))], return_when='never'),
                   lambda: asyncio.wait_for(3, 1)):
        try:
            await action()
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)
    coro.close()
    for action in (lambda: asyncio.shield(3), lambda: list(asyncio.as_completed(3)),
                   lambda: asyncio.ensure_future(3), lambda: asyncio.timeout()):
        try:
            action()
        except TypeError as error:
            print('TypeError', str(error).replace('asyncio.timeouts.', ''))

asyncio.run(main())
