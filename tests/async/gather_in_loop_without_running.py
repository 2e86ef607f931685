# gather outside of a running loop takes the loop of its futures.
import asyncio

loop = asyncio.new_event_loop()
a, b = loop.create_future(), loop.create_future()
g = asyncio.gather(a, b)
print(g.get_loop() is loop)
loop.call_soon(a.set_result, 1)
loop.call_soon(b.set_result, 2)
print(loop.run_until_complete(g))
other = asyncio.new_event_loop()
c = other.create_future()
try:
    asyncio.gather(a, c)
except ValueError as exc:
    print(exc)
loop.close()
other.close()
