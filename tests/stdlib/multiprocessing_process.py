# Process: start, join, exit codes, names, attributes, reprs.
import multiprocessing as mp
import os
import re
import sys
import time


def show(p):
    print(re.sub(r"(pid|parent)=\d+", r"\1=N", repr(p)))


def work(x, y=0):
    print("work", x, y, mp.current_process().name, mp.parent_process().name, os.getppid() == mp.parent_process().pid)


class Mine(mp.Process):
    def __init__(self, value):
        super().__init__()
        self.value = value

    def run(self):
        print("run", self.value, self.name)


def exits(code):
    sys.exit(code)


def fails():
    raise ValueError("in the child")


def main():
    p = mp.Process(target=work, args=(1,), kwargs={"y": 2})
    show(p)
    print(p.name, p.daemon, p.pid, p.exitcode, p.is_alive(), p.ident)
    p.start()
    p.join()
    print(p.pid > 0, p.pid == p.ident)
    show(p)
    print(p.exitcode, p.is_alive())
    p = Mine("value")
    p.start()
    p.join()
    for code in (0, 3, None, "text", True):
        p = mp.Process(target=exits, args=(code,))
        p.start()
        p.join()
        print(code, p.exitcode)
    p = mp.Process(target=fails, name="named")
    sys.stderr = open(os.devnull, "w")
    p.start()
    p.join()
    print(p.exitcode, p.name)
    p = mp.Process(target=time.sleep, args=(30,), daemon=True)
    p.start()
    show(p)
    print(p.daemon, mp.active_children() == [p], p.join(0.05), p.exitcode, p.is_alive())
    p.terminate()
    p.join()
    show(p)
    print(p.exitcode, mp.active_children())
    p = mp.Process(target=time.sleep, args=(30,))
    p.start()
    p.kill()
    p.join()
    print(p.exitcode)
    show(p)
    p.close()
    show(p)
    show(mp.current_process())
    print(mp.current_process().name, mp.parent_process(), mp.current_process().exitcode if 0 else "", mp.current_process().daemon)
    sentinel = mp.Process(target=time.sleep, args=(0.05,))
    sentinel.start()
    from multiprocessing.connection import wait
    print(wait([sentinel.sentinel], 5) == [sentinel.sentinel])
    sentinel.join()
    nested = mp.Process(target=parent)
    nested.start()
    nested.join()


def parent():
    child = mp.Process(target=work, args=("nested",))
    print(child.name)
    child.start()
    child.join()
    print(child.exitcode)


if __name__ == "__main__":
    sys.stderr = sys.stdout
    main()
