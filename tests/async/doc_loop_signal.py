# Handlers of signals in the loop.
import asyncio
import functools
import os
import signal


def ask_exit(name, loop):
    print(f'got signal {name}: exit')
    loop.stop()


loop = asyncio.new_event_loop()
for name in ('SIGINT', 'SIGTERM'):
    loop.add_signal_handler(getattr(signal, name), functools.partial(ask_exit, name, loop))
for name in ('SIGINT', 'SIGTERM'):
    loop.call_soon(os.kill, os.getpid(), getattr(signal, name))
    loop.run_forever()
print(loop.remove_signal_handler(signal.SIGINT), loop.remove_signal_handler(signal.SIGINT))
loop.close()
