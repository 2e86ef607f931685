# Children in interpreters of their own: what they inherit, and how the main module comes to them.
import multiprocessing as mp
import os
import sys

COUNT = 0


class Thing:
    def __init__(self, x):
        self.x = x

    def double(self):
        return self.x * 2


def work(q, lock, value, array, conn, event):
    with lock:
        value.value += 1
        array[0] += value.value
    q.put((__name__, COUNT, mp.current_process().name, mp.get_start_method(), sys.argv == [] or True))
    conn.send(Thing(5))
    event.set()


def square(x):
    return x * x


def main():
    global COUNT
    COUNT = 5
    ctx = mp.get_context("spawn")
    q, lock, event = ctx.Queue(), ctx.Lock(), ctx.Event()
    value, array = ctx.Value("i", 10), ctx.Array("d", [0.5])
    a, b = ctx.Pipe()
    p = ctx.Process(target=work, args=(q, lock, value, array, b, event))
    p.start()
    print(q.get())
    print(a.recv().double(), event.wait(5))
    p.join()
    print(p.exitcode, value.value, array[:], type(p).__name__)
    with ctx.Pool(1) as pool:
        print(pool.map(square, range(5)), pool.apply(Thing(4).double))
    p = ctx.Process(target=sys.exit, args=(9,))
    p.start()
    p.join()
    print(p.exitcode)
    try:
        ctx.Process(target=lambda: 1).start()
    except Exception as e:
        print(type(e).__name__, str(e)[:38])


if __name__ == "__main__":
    sys.stdout.flush()
    main()
