# add_signal_handler: several signals at once, what it refuses, from which threads, and a handler that fails.
import asyncio
import os
import signal


def elsewhere():
    loop = asyncio.new_event_loop()
    for use in lambda: loop.add_signal_handler(signal.SIGUSR1, print), lambda: loop.remove_signal_handler(signal.SIGUSR1):
        try:
            print(use())
        except RuntimeError as exc:
            print(repr(exc))
    loop.close()


async def main():
    loop = asyncio.get_running_loop()
    seen, stop = [], asyncio.Event()

    def on(sig, *args):
        seen.append((sig.name, args))
        if sig == signal.SIGTERM:
            stop.set()

    handled = signal.SIGTERM, signal.SIGHUP, signal.SIGUSR1
    for sig in handled:
        loop.add_signal_handler(sig, on, sig, 'argument')
    for sig in signal.SIGHUP, signal.SIGUSR1, signal.SIGTERM:
        os.kill(os.getpid(), sig)
        await asyncio.sleep(0.01)
    await stop.wait()
    print(seen, [loop.remove_signal_handler(sig) for sig in (*handled, signal.SIGUSR2)], signal.getsignal(signal.SIGTERM))
    for sig, callback in ((signal.SIGKILL, print), (9999, print), (0, print), ('x', print), (signal.SIGUSR1, main), (None, print)):
        for use in lambda: loop.add_signal_handler(sig, callback), lambda: loop.remove_signal_handler(sig):
            try:
                print(use())
            except Exception as exc:
                print(repr(exc))
    await asyncio.to_thread(elsewhere)

    def fail():
        raise ValueError('in the handler')

    reported = asyncio.Event()
    loop.set_exception_handler(lambda loop, context: (print(context['message'].split(' at ')[0], repr(context['exception'])), reported.set()))
    loop.add_signal_handler(signal.SIGUSR2, fail)
    signal.raise_signal(signal.SIGUSR2)
    await reported.wait()

asyncio.run(main())
