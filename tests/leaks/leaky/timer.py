import asyncio

loop = asyncio.new_event_loop()
loop.call_later(1000, print)
asyncio.kept = getattr(asyncio, 'kept', []) + [loop]
