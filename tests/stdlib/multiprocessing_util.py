# The logger, the names of the package, the end of the program with children still there.
import multiprocessing as mp
import multiprocessing.process
import multiprocessing.util
import sys
import time


def child():
    mp.get_logger().info("in the child")
    print("child prints")


def late(q, go_on):
    go_on.wait(60)
    print("the parent waits for this one")


def forever():
    time.sleep(30)


def main():
    print(sorted(mp.__all__))
    print(mp.cpu_count() > 0, mp.SUBDEBUG, mp.SUBWARNING)
    for e in (mp.ProcessError, mp.BufferTooShort, mp.TimeoutError, mp.AuthenticationError):
        print(e.__mro__)
    print(mp.get_context().__class__.__name__, mp.get_context("fork").Process.__name__, mp.get_context("spawn").Process.__name__)
    done = []
    class Owner: pass
    owner = Owner()
    f = mp.util.Finalize(owner, done.append, ("called",), exitpriority=5)
    print(f.still_active(), f(), f.still_active(), done, f())
    f = mp.util.Finalize(owner, done.append, (1,), exitpriority=5)
    f.cancel()
    print(f.still_active(), repr(f)[:9])
    for args in ((None, print), (owner, print, (), None, "x")):
        try:
            mp.util.Finalize(*args)
        except (ValueError, TypeError) as e:
            print(e)
    mp.freeze_support()
    p = mp.Process(target=child)
    p.start()
    p.join()
    q = mp.Queue()
    go_on = mp.Event()
    mp.Process(target=late, args=(q, go_on)).start()
    mp.Process(target=forever, daemon=True).start()
    q.put("never read")
    print("main ends")
    sys.stdout.flush()
    go_on.set()


if __name__ == "__main__":
    main()
