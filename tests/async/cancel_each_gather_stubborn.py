# Children that answer a cancellation with a value or with another error.
import asyncio


async def stubborn(answer):
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        await asyncio.sleep(0)
        if isinstance(answer, Exception):
            raise answer
        return answer


async def main():
    for answers in ((1, 2), (ValueError('v'), 2), (1, KeyError('k')), (ValueError('v'), KeyError('k'))):
        for wait_all in (False, True):
            async def waiter():
                return await asyncio.gather(*map(stubborn, answers), return_exceptions=wait_all)
            task = asyncio.create_task(waiter())
            await asyncio.sleep(0)
            await asyncio.sleep(0)
            task.cancel('why')
            try:
                print(await task)
            except BaseException as error:
                print(repr(error), task.cancelled(), task.cancelling())
            await asyncio.sleep(0.001)

asyncio.run(main())
