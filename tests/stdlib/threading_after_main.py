# When the main thread has ended, the threads that still run cannot start others, and exit hooks can neither do that nor fork.
import atexit
import os
import subprocess
import threading

threading.excepthook = lambda args: print(args.thread.name, repr(args.exc_value))
rounds = 0


def tick():
    global rounds
    rounds += 1
    print('tick', rounds)
    threading.Timer(0.01, tick).start()


@atexit.register
def late():
    for action in (lambda: threading.Thread(target=print).start(), os.fork, lambda: subprocess.Popen(['true'], preexec_fn=print)):
        try:
            action()
        except RuntimeError as error:
            print(error)
    print(subprocess.run(['true']).returncode)


for group in (-1, 2**64, 2**32):
    for option in ({'extra_groups': [group]}, {'group': group}, {'user': group}):
        try:
            subprocess.run(['true'], **option)
        except (OverflowError, ValueError) as error:
            print(type(error).__name__, error)
threading.Timer(0.5, tick).start()
print('the main thread ends')
