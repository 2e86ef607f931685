# The first asynchronous program.
#
# `async def` makes a coroutine function. Calling it does not run its body: it makes a coroutine object, a computation
# that waits to be driven. `run(main())` drives it to its end, on an event loop, and hands back what it returned.
#
# In Moray `run` is a builtin. CPython has the same function in its asyncio module; the next lines let this script run there too.
try:
    run
except NameError:
    from asyncio import run

import asyncio


async def main():
    print("Hello,")
    await asyncio.sleep(0.1)  # pause this coroutine for a tenth of a second; the loop may do other work meanwhile
    print("world!")
    return 42


coroutine = main()
print("made a", type(coroutine).__name__, "- nothing has been printed by main() yet")
answer = run(coroutine)
print("main() returned", answer)
