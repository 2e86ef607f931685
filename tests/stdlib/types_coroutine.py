# Generators made awaitable.
import asyncio
import types


@types.coroutine
def one():
    x = yield from asyncio.sleep(0, 5).__await__()
    return x + 1


class Gen:
    def __iter__(self):
        return self

    def __next__(self):
        raise StopIteration(3)

    def send(self, value):
        raise StopIteration(3)

    def throw(self, *a):
        raise a[0]

    def close(self):
        pass


@types.coroutine
def other():
    return Gen()


async def main():
    print(await one())
    print(await other())


asyncio.run(main())
try:
    types.coroutine(3)
except TypeError as e:
    print(e)
