# Callbacks, timers, done callbacks and signal-free I/O run in the context of who asked for them, or in the one given.
import asyncio
import contextvars
import socket

var = contextvars.ContextVar('var', default=0)


async def main():
    loop = asyncio.get_running_loop()
    log = []

    def note(what, *ignored):
        log.append((what, var.get()))
        var.set(99)
    own = contextvars.Context()
    own.run(var.set, 5)
    var.set(1)
    loop.call_soon(note, 'soon')
    loop.call_soon(note, 'soon own', context=own)
    loop.call_later(0, note, 'later')
    loop.call_at(0, note, 'at own', context=own)
    loop.call_soon_threadsafe(note, 'safe')
    future = loop.create_future()
    future.add_done_callback(lambda f: note('done'))
    future.add_done_callback(lambda f: note('done own'), context=own)
    a, b = socket.socketpair()
    loop.add_reader(a, lambda: (note('reader'), loop.remove_reader(a)))
    var.set(2)
    future.set_result(None)
    b.send(b'x')
    await asyncio.sleep(0.01)
    for line in log:
        print(*line)
    print(var.get(), own[var])
    a.close()
    b.close()

asyncio.run(main())
