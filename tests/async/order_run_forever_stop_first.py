# stop before run_forever: one turn.
import asyncio

loop = asyncio.new_event_loop()
loop.call_soon(print, 'ready')
loop.call_soon(lambda: loop.call_soon(print, 'next turn'))
loop.stop()
loop.run_forever()
print('stopped')
loop.stop()
loop.run_forever()
loop.close()
