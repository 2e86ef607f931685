# What run, new_event_loop and child watchers ask of a policy.
import asyncio


class Policy(asyncio.DefaultEventLoopPolicy):
    def get_event_loop(self):
        print('get')
        return super().get_event_loop()

    def set_event_loop(self, loop):
        print('set', loop is not None)
        super().set_event_loop(loop)

    def new_event_loop(self):
        print('new')
        return super().new_event_loop()


async def main():
    print('main', asyncio.get_event_loop() is asyncio.get_running_loop())

asyncio.set_event_loop_policy(Policy())
asyncio.run(main())
loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
print(asyncio.get_event_loop() is loop)
asyncio.set_event_loop(None)
loop.close()
for wrong in (3, object):
    try:
        asyncio.set_event_loop_policy(wrong)
    except TypeError as error:
        print(error)
asyncio.set_event_loop_policy(None)
