"""Exceptions in threads: the hook, SystemExit, and the threads that started with _thread."""
import sys
import threading
import _thread


def fail():
    raise ValueError('in a thread')


def hook(args):
    print('hook:', args.exc_type.__name__, args.exc_value, args.thread.name, args.exc_traceback is not None)


threading.excepthook = hook
for target in (fail, sys.exit, lambda: 1 / 0):
    t = threading.Thread(target=target, name='t')
    t.start()
    t.join()
threading.excepthook = threading.__excepthook__
t = threading.Thread(target=sys.exit, args=(3,))
t.start()
t.join()
print('still here')
for args in ((), (print,), (print, 1), (print, (), 3)):
    try:
        _thread.start_new_thread(*args)
    except TypeError as error:
        print(error)
done = _thread.allocate_lock()
done.acquire()


def finish():
    done.release()
    _thread.exit()


print(_thread.start_new_thread(finish, ()) != 0)
done.acquire()
print(threading.stack_size(), threading.TIMEOUT_MAX > 1e9, threading.ThreadError)
deep = []


def recurse(n):
    return n if n == 0 else recurse(n - 1) + 1


def run():
    deep.append(recurse(500))
    try:
        recurse(100000)
    except RecursionError as error:
        deep.append(type(error).__name__)


t = threading.Thread(target=run)
t.start()
t.join()
print(deep)
