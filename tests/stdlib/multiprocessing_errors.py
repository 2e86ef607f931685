# Misuse of Process and the contexts.
import multiprocessing as mp
import os
import time


def attempt(f):
    try:
        print(f())
    except (AssertionError, ValueError, TypeError, RuntimeError, AttributeError, OSError) as e:
        print(type(e).__name__, e)


def child_of_daemon(conn):
    try:
        mp.Process(target=time.sleep, args=(0,)).start()
    except AssertionError as e:
        conn.send(str(e))


def main():
    p = mp.Process(target=time.sleep, args=(0,))
    attempt(lambda: p.join())
    attempt(lambda: p.sentinel)
    attempt(lambda: setattr(p, "name", 5))
    p.start()
    attempt(lambda: p.start())
    attempt(lambda: setattr(p, "daemon", True))
    p.join()
    attempt(lambda: p.start())
    p.close()
    for f in (p.start, p.join, p.terminate, p.kill, p.is_alive, lambda: p.exitcode, lambda: p.pid):
        attempt(f)
    p = mp.Process(target=time.sleep, args=(30,))
    p.start()
    attempt(p.close)
    p.terminate()
    p.join()
    attempt(lambda: mp.Process(group=1))
    attempt(lambda: mp.get_context("nothing"))
    attempt(lambda: mp.get_context("fork").set_start_method("spawn"))
    attempt(lambda: mp.set_start_method("nothing"))
    print(mp.get_start_method(allow_none=True), mp.get_start_method(), mp.get_all_start_methods())
    attempt(lambda: mp.set_start_method("spawn"))
    mp.set_start_method("spawn", force=True)
    print(mp.get_start_method())
    mp.set_start_method("fork", force=True)
    r, w = mp.Pipe()
    d = mp.Process(target=child_of_daemon, args=(w,), daemon=True)
    d.start()
    print(r.recv())
    d.join()
    import pickle
    attempt(lambda: pickle.dumps(mp.Lock()))
    attempt(lambda: pickle.dumps(mp.Queue()))
    attempt(lambda: pickle.dumps(mp.Value("i")))
    attempt(lambda: pickle.dumps(mp.current_process().authkey))
    attempt(lambda: mp.Value("x"))
    attempt(lambda: mp.Value("i", 1, lock=5))
    attempt(lambda: mp.Pool(0))
    attempt(lambda: mp.Pool(1, initializer=5))
    attempt(lambda: mp.Pool(1, maxtasksperchild=0))
    attempt(lambda: mp.Barrier(0))
    attempt(lambda: mp.Lock().release())
    attempt(lambda: mp.RLock().release())
    attempt(lambda: mp.BoundedSemaphore(1).release())
    attempt(lambda: mp.Condition().notify())
    attempt(lambda: mp.Condition().wait())


if __name__ == "__main__":
    main()
