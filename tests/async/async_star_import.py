# `from asyncio import *` brings the public names, lazily loaded ones included.
from asyncio import *

print(all(name in globals() for name in ('run', 'sleep', 'gather', 'to_thread', 'Queue', 'Lock', 'timeout', 'TaskGroup', 'Runner')))
print('constants' in globals(), 'iscoroutine' in globals(), '_sleep0' in globals())


async def main():
    await sleep(0)
    return [await t for t in as_completed([sleep(0, 1)])]

print(run(main()))
import asyncio
try:
    asyncio.no_such_name
except AttributeError as exc:
    print(exc)
try:
    from asyncio import no_such_name
except ImportError as exc:
    print(str(exc).split(' (')[0])
