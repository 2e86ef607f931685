# Ctrl-C: the main task's clean-up comes first, then asyncio.run cancels the others.
import asyncio
import os
import signal


async def background(name):
    try:
        await asyncio.sleep(5)
    finally:
        print(name, 'ends')


async def main():
    tasks = [asyncio.create_task(background(n)) for n in ('one', 'two')]
    asyncio.get_running_loop().call_later(0.005, os.kill, os.getpid(), signal.SIGINT)
    try:
        await asyncio.gather(*tasks[:1], asyncio.sleep(5))
    finally:
        print('main ends')

try:
    asyncio.run(main())
except KeyboardInterrupt:
    print('KeyboardInterrupt')
