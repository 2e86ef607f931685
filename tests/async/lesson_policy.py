# A policy that tells of every call.
import asyncio
import threading


class LoudPolicy(asyncio.DefaultEventLoopPolicy):
    def get_event_loop(self):
        loop = super().get_event_loop()
        print("get", type(loop).__name__)
        return loop

    def set_event_loop(self, loop):
        print("set", None if loop is None else type(loop).__name__)
        super().set_event_loop(loop)

    def new_event_loop(self):
        print("new")
        return super().new_event_loop()


asyncio.set_event_loop_policy(LoudPolicy())


async def main():
    print(asyncio.get_event_loop() is asyncio.get_running_loop())


asyncio.run(main())


def in_thread():
    try:
        asyncio.get_event_loop()
    except RuntimeError as e:
        print(str(e).replace(threading.current_thread().name, "THREAD"))
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    print(asyncio.get_event_loop() is loop)
    loop.run_until_complete(asyncio.sleep(0))
    loop.close()


t = threading.Thread(target=in_thread)
t.start()
t.join()
print(type(asyncio.get_event_loop_policy()).__name__)
asyncio.set_event_loop_policy(None)
print(type(asyncio.get_event_loop_policy()).__name__)
try:
    asyncio.set_event_loop_policy(3)
except (TypeError, AssertionError) as e:
    print(type(e).__name__, e)
