# __aenter__ and __aexit__ are awaited and may suspend.
import asyncio


class Room:
    def __init__(self, name):
        self.name = name

    async def __aenter__(self):
        print('enter', self.name)
        await asyncio.sleep(0)
        print('entered', self.name)
        return self.name.upper()

    async def __aexit__(self, *exc):
        print('leave', self.name, exc[0] and exc[0].__name__)
        await asyncio.sleep(0)
        print('left', self.name)
        return self.name == 'swallow'


async def visit(name):
    async with Room(name) as upper, Room(name + "'s closet"):
        print('inside', upper)
        if name == 'swallow':
            raise KeyError(name)
    print('after', name)


async def main():
    await asyncio.gather(visit('a'), visit('swallow'))

asyncio.run(main())
