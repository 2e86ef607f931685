# The warning names the function by its qualified name, once per place.
import asyncio


class Robot:
    async def move(self):
        print('never printed')


def command(robot):
    robot.move()


robot = Robot()
command(robot)
command(robot)
asyncio.sleep(1)
print('end')
