# A callback stops the loop.
import asyncio


def hello(loop):
    print('Hello')
    loop.stop()


loop = asyncio.new_event_loop()
loop.call_soon(hello, loop)
try:
    loop.run_forever()
finally:
    loop.close()
print(loop.is_closed())
