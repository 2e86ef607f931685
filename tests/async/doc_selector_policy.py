# Loops with a selector of one's choice: given by hand, by a policy and by a loop factory.
import asyncio
import selectors


class Policy(asyncio.DefaultEventLoopPolicy):
    def new_event_loop(self):
        print('a loop with', selectors.SelectSelector.__name__)
        return asyncio.SelectorEventLoop(selectors.SelectSelector())


async def main():
    print(isinstance(asyncio.get_running_loop(), asyncio.SelectorEventLoop))
    await asyncio.sleep(0.001)
    return 'done'

loop = asyncio.SelectorEventLoop(selectors.PollSelector())
asyncio.set_event_loop(loop)
print(loop.run_until_complete(main()))
loop.close()
asyncio.set_event_loop_policy(Policy())
print(asyncio.run(main()))
asyncio.set_event_loop_policy(None)
print(asyncio.run(main(), loop_factory=lambda: asyncio.SelectorEventLoop(selectors.EpollSelector())))
with asyncio.Runner(loop_factory=asyncio.SelectorEventLoop) as runner:
    print(runner.run(main()))
