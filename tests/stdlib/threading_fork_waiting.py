"""A process forks while its threads wait for locks, and the child uses these locks."""
import os
import threading
import time
import warnings

warnings.simplefilter('ignore', DeprecationWarning)
locks = [threading.Lock() for _ in range(4)]
condition = threading.Condition()


def wait(lock):
    with lock:
        pass


def wait_for_news():
    with condition:
        condition.wait()


for lock in locks:
    lock.acquire()
threads = [threading.Thread(target=wait, args=(lock,)) for lock in locks * 3] + [threading.Thread(target=wait_for_news)]
for thread in threads:
    thread.start()
time.sleep(0.05)
pid = os.fork()
if not pid:
    for lock in locks:
        lock.release()
    with condition:
        condition.notify_all()
    more = [threading.Thread(target=wait, args=(lock,)) for lock in locks * 2]
    for thread in more:
        thread.start()
    for thread in more:
        thread.join()
    os._exit(all(lock.acquire(blocking=False) for lock in locks) and threading.active_count() == 1)
print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
for lock in locks:
    lock.release()
with condition:
    condition.notify_all()
for thread in threads:
    thread.join()
print(threading.active_count())
