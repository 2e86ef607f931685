# A subclass of Future.
import asyncio


class Loud(asyncio.Future):
    def set_result(self, value):
        print('set_result', value)
        super().set_result(value)

    def cancel(self, msg=None):
        print('cancel', msg)
        return super().cancel(msg=msg)


async def main():
    fut = Loud()
    print(fut)
    asyncio.get_running_loop().call_soon(fut.set_result, 1)
    print(await fut)
    task = asyncio.create_task(wait_on(Loud()))
    await asyncio.sleep(0)
    task.cancel('through')
    print(await asyncio.gather(task, return_exceptions=True))


async def wait_on(fut):
    return await fut

asyncio.run(main())
