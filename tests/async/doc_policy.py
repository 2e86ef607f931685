# A policy with a loop class of its own.
import asyncio


class Loop(asyncio.SelectorEventLoop):
    pass


class Policy(asyncio.DefaultEventLoopPolicy):
    def new_event_loop(self):
        print('a loop is made')
        return Loop()


async def main():
    return type(asyncio.get_running_loop()).__name__

asyncio.set_event_loop_policy(Policy())
print(asyncio.run(main()))
print(type(asyncio.get_event_loop_policy()).__name__)
asyncio.set_event_loop_policy(None)
print(type(asyncio.get_event_loop_policy()).__name__)
