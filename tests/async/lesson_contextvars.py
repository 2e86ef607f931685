# Context variables follow tasks, callbacks and threads.
import asyncio
import contextvars

request_id = contextvars.ContextVar("request_id", default="-")


def log(msg):
    print(f"[{request_id.get()}] {msg}")


async def step(name):
    log(f"begin {name}")
    await asyncio.sleep(0)
    log(f"end {name}")


async def handle(rid):
    token = request_id.set(rid)
    await asyncio.gather(step("x"), step("y"))
    asyncio.get_running_loop().call_soon(log, "callback")
    await asyncio.sleep(0)
    if rid == "r0":
        await asyncio.to_thread(log, "thread")
    request_id.reset(token)
    log("after reset")


async def main():
    for i in range(2):
        await handle(f"r{i}")
    log("main")
    ctx = contextvars.copy_context()
    ctx.run(request_id.set, "custom")
    await asyncio.create_task(step("in custom context"), context=ctx)
    async with asyncio.TaskGroup() as tg:
        tg.create_task(step("tg"), context=ctx)
    print(ctx[request_id], list(ctx.items())[-1][1])
    with contextvars_guard():
        log("x")


class contextvars_guard:
    def __enter__(self):
        self.token = request_id.set("guard")

    def __exit__(self, *a):
        request_id.reset(self.token)
        print(self.token.old_value is contextvars.Token.MISSING)


asyncio.run(main())
with asyncio.Runner() as r:
    async def setter():
        request_id.set("kept by the runner")
    r.run(setter())
    r.run(step("second run"))
log("outside")
