# __await__ with a bare yield is one turn of the loop.
import asyncio


class Turns:
    def __init__(self, n):
        self.n = n

    def __await__(self):
        for i in range(self.n):
            print('turn', i)
            yield
        return f'{self.n} turns'


async def other():
    for i in range(3):
        print('other', i)
        await asyncio.sleep(0)


async def main():
    task = asyncio.create_task(other())
    print(await Turns(2))
    print(await Turns(0))
    await task

asyncio.run(main())
