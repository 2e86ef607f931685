"""atexit: an error in a function does not keep the others from running."""
import atexit
import sys


def fail():
    raise ValueError('failed')


def leave():
    sys.exit(5)


def last():
    print('last')


atexit.register(last)
atexit._clear()
print(atexit._ncallbacks())
atexit.register(last)
atexit.register(fail)
atexit.register(leave)
atexit._run_exitfuncs()
print('run')
atexit.register(last)
