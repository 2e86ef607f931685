# The frame of a suspended generator or coroutine stands on no other, even if somebody looked at its stack while it ran.
import sys


def numbers():
    print([sys._getframe().f_back.f_code.co_name], sys._getframe().f_back.f_back is None)
    yield 1
    print(sys._getframe().f_back.f_code.co_name)
    yield 2


def caller(it):
    return next(it)


it = numbers()
print(it.gi_frame.f_back)
next(it)
print(it.gi_frame.f_back)
caller(it)
print(it.gi_frame.f_back)


class Pause:
    def __await__(self):
        yield self


async def inner():
    print(sys._getframe().f_back.f_code.co_name)
    await Pause()


async def outer():
    await inner()


coro = outer()
coro.send(None)
print(coro.cr_frame.f_back, coro.cr_await.cr_frame.f_back)
coro.close()
