"""_thread: locks of the only thread."""
import _thread


def check(f):
    try:
        print('no error:', f())
    except BaseException as e:
        print(type(e).__name__ + ':', e)


def show(x):
    words = repr(x).replace(str(_thread.get_ident()), 'N').split()
    print(*words[:-1], words[-1][:2])


lock = _thread.allocate_lock()
show(lock)
print(lock.locked(), lock.acquire(), lock.locked(), lock.acquire(False), lock.acquire(blocking=False), lock.acquire(timeout=0.01), lock.acquire(True, 0))
show(lock)
lock.release()
check(lock.release)
with lock as got:
    print(got, lock.locked())
print(lock.locked(), type(lock) is _thread.LockType, type(lock))
check(lambda: lock.acquire(False, 1))
check(lambda: lock.acquire(True, -2))
check(lambda: lock.acquire(timeout=1e12))
check(lambda: lock.acquire(timeout='x'))
r = _thread.RLock()
show(r)
print(r.acquire(), r.acquire(), r._is_owned())
show(r)
r.release()
r.release()
check(r.release)
with r as got:
    print(got)
    saved = r._release_save()
    print(saved[0], r._is_owned())
    r._acquire_restore(saved)
print(r._is_owned(), _thread.TIMEOUT_MAX, _thread.error is RuntimeError, _thread._count(), _thread.stack_size())
print(_thread.get_ident() == _thread.get_ident() != 0, _thread.get_native_id() > 0, _thread.daemon_threads_allowed())
check(lambda: _thread.start_new_thread(1, ()))
check(lambda: _thread.start_new_thread(print, 1))
check(lambda: _thread.start_new_thread(print, (), 1))
check(lambda: _thread.exit())
local = _thread._local()
local.x = 1
print(local.x, local.__dict__)
check(lambda: local.y)
check(lambda: _thread._local(1))
check(lambda: _thread.interrupt_main(1000))
try:
    _thread.interrupt_main()
    for _ in range(100000):
        pass
    print('not interrupted')
except KeyboardInterrupt:
    print('interrupted')
