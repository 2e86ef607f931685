# Child watchers: the classes, the policy's methods and their warnings.
import asyncio
import os
import threading
import warnings

names = ["AbstractChildWatcher", "SafeChildWatcher", "FastChildWatcher", "PidfdChildWatcher", "MultiLoopChildWatcher", "ThreadedChildWatcher"]
for name in names:
    print(name in asyncio.__all__, getattr(asyncio, name))
for name in ("get_child_watcher", "set_child_watcher", "create_subprocess_exec", "create_subprocess_shell"):
    print(name in asyncio.__all__)


async def run():
    p = await asyncio.create_subprocess_exec("sh", "-c", "sleep 0.02; exit 3")
    q = await asyncio.create_subprocess_exec("true")
    return await p.wait(), await q.wait()


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    for make in (asyncio.ThreadedChildWatcher, asyncio.PidfdChildWatcher, asyncio.SafeChildWatcher, asyncio.FastChildWatcher, asyncio.MultiLoopChildWatcher):
        watcher = make()
        asyncio.set_child_watcher(watcher)
        print(make.__name__, asyncio.get_child_watcher() is watcher, watcher.is_active())

        async def main():
            watcher.attach_loop(asyncio.get_running_loop())
            try:
                return await run(), watcher.is_active()
            finally:
                if isinstance(watcher, asyncio.SafeChildWatcher | asyncio.FastChildWatcher):
                    watcher.attach_loop(None)

        print(asyncio.run(main()))
        watcher.close()
    asyncio.set_child_watcher(None)

    class Mine(asyncio.AbstractChildWatcher):
        pass

for w in sorted({(w.category.__name__, str(w.message)) for w in caught}):
    print(*w)
for method in ("add_child_handler", "remove_child_handler", "attach_loop", "close", "is_active", "__enter__"):
    try:
        getattr(Mine(), method)(*{"add_child_handler": (1, print), "remove_child_handler": (1,), "attach_loop": (None,)}.get(method, ()))
    except NotImplementedError:
        print(method)


class Inactive:
    def __enter__(self): return self
    def __exit__(self, *args): pass


async def direct():
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    watcher = asyncio.PidfdChildWatcher()
    pid = os.spawnlp(os.P_NOWAIT, "sh", "sh", "-c", "exit 9")
    watcher.add_child_handler(pid, lambda p, code, extra: done.set_result((p == pid, code, extra)), "arg")
    print(await done)
    done = loop.create_future()
    watcher = asyncio.ThreadedChildWatcher()
    pid = os.spawnlp(os.P_NOWAIT, "sh", "sh", "-c", "sleep 0.05; exit 8")
    watcher.add_child_handler(pid, lambda p, code: loop.call_soon_threadsafe(done.set_result, (p == pid, code)))
    print([t.name.startswith("asyncio-waitpid-") for t in threading.enumerate() if t is not threading.main_thread()])
    print(await done)


asyncio.run(direct())
