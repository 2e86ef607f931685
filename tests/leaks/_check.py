"""Runs the script named by the argument, throws away what it printed and all that it kept, and says what is left of it: handles, futures, tasks,
transports, readers, loops that are open, what those have scheduled, libuv's handles, descriptors, threads."""
import gc
import io
import os
import sys
import time
import _asyncio


def run(path):
    space = {'__name__': '__main__', '__file__': path, '__builtins__': __builtins__}
    module = type(sys)('__main__')
    sys.path.insert(0, os.path.dirname(path))
    sys.argv = [path]
    with open(path) as file:
        code = compile(file.read(), path, 'exec')
    out, err = sys.stdout, sys.stderr
    sys.stdout = io.TextIOWrapper(io.BytesIO(), 'utf-8')
    sys.stderr = io.TextIOWrapper(io.BytesIO(), 'utf-8')
    try:
        exec(code, space)
    except BaseException:
        pass
    finally:
        space.clear()
        gc.collect()
        gc.collect()
        sys.stdout, sys.stderr = out, err


def deep(n, path):
    # Frames of its own for the script, so that no word of it stays on the part of the stack that is in use afterwards.
    if n:
        return deep(n - 1, path)
    run(path)


def outside():
    return {'descriptors': len(os.listdir('/proc/self/fd')), 'threads': len(os.listdir('/proc/self/task'))}


def count(path):
    before = outside()
    deep(30, path)
    for _ in range(20):
        gc.collect()
        left = {what: n for what, n in _asyncio._live().items() if n}
        left.update({what: n - before[what] for what, n in outside().items() if n > before[what]})
        if not left:
            break
        time.sleep(0.01)  # a thread that has not quite ended yet holds its stack
    return left


# A stale word on the C stack may keep an object by chance. What leaks is there once more after another run.
path = os.path.abspath(sys.argv[1])
left = count(path)
if left:
    again = count(path)
    outer = {'descriptors', 'threads'}
    if any(again.get(what, 0) > n or what in outer and again.get(what) == n for what, n in left.items()):
        print(left, again)
        sys.exit(1)
