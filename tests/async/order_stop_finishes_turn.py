# stop lets the callbacks of the current turn run, and no more.
import asyncio

loop = asyncio.new_event_loop()
loop.call_soon(print, 'one')
loop.call_soon(loop.stop)
loop.call_soon(print, 'two')
loop.call_soon(lambda: loop.call_soon(print, 'three, in the next run'))
loop.run_forever()
print('stopped')
loop.call_soon(loop.stop)
loop.run_forever()
print('stopped again')
loop.close()
