async def inner(): return 1 + None
async def outer(): return [await inner(), 2]
outer().send(None)
