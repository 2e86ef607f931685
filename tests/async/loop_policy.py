# Event loop policies.
import asyncio


class Policy(asyncio.DefaultEventLoopPolicy):
    def new_event_loop(self):
        print('new loop by policy')
        return super().new_event_loop()


async def main():
    return type(asyncio.get_running_loop()).__name__

default = asyncio.get_event_loop_policy()
print(isinstance(default, asyncio.AbstractEventLoopPolicy), asyncio.get_event_loop_policy() is default)
asyncio.set_event_loop_policy(Policy())
print(asyncio.run(main()))
asyncio.set_event_loop_policy(None)
print(asyncio.run(main()), asyncio.get_event_loop_policy() is default)
try:
    asyncio.set_event_loop_policy(1)
except TypeError as exc:
    print(exc)
