# Descriptors and zombies after many children.
import gc
import multiprocessing as mp
import os


def nothing():
    pass


def square(x):
    return x * x


def descriptors():
    gc.collect()
    return len(os.listdir("/proc/self/fd"))


def main():
    p = mp.Process(target=nothing)
    p.start()
    p.join()
    p.close()
    before = descriptors()
    for i in range(10):
        p = mp.Process(target=nothing)
        p.start()
        p.join()
        p.close()
    print(descriptors() - before)
    for i in range(10):
        r, w = mp.Pipe()
        r.close()
        w.close()
    print(descriptors() - before)
    children = [mp.Process(target=nothing) for i in range(15)]
    for c in children:
        c.start()
    for c in children:
        c.join()
        c.close()
    print(descriptors() - before, mp.active_children())
    try:
        os.waitpid(-1, os.WNOHANG)
    except ChildProcessError:
        print("no children left")


if __name__ == "__main__":
    main()
