"""The frame of a coroutine knows its line while it runs, waits, and before it starts."""
import asyncio


async def inner(box):
    await asyncio.sleep(0)
    frame = box[0]
    print(frame.f_lineno, frame.f_code.co_name)
    print(frame.f_lineno, frame is box[1].cr_frame, frame.f_locals.get("y"))
    y = 5
    print(frame.f_locals.get("y"), frame.f_back is not None)


async def middle(box):
    coroutine = inner(box)
    box += coroutine.cr_frame, coroutine
    print(coroutine.cr_frame.f_lineno)
    await coroutine
    print(coroutine.cr_frame)


async def main():
    await middle([])
    task = asyncio.current_task()
    print(task.get_stack()[-1].f_lineno)
    print(task.get_stack()[-1].f_lineno)
    await asyncio.sleep(float("nan"))
    loop = asyncio.get_running_loop()
    for delay in "x", [], None:
        try:
            loop.call_later(delay, print)
        except TypeError as error:
            print(error)


asyncio.run(main())


def generator():
    print(me.gi_frame.f_lineno)
    yield me.gi_frame
    print(me.gi_frame.f_lineno)
    yield 2


me = generator()
frame = next(me)
print(frame.f_lineno)
next(me)
print(frame.f_lineno, frame is me.gi_frame)
