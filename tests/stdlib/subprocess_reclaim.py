# Descriptors of objects that nobody closed come back when there are no more.
import multiprocessing as mp
import os
import resource
import subprocess

resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64))


def nothing():
    os._exit(0)


if __name__ == "__main__":
    for i in range(70):
        p = mp.Process(target=nothing)
        p.start()
        p.join()
    for i in range(70):
        subprocess.Popen(["true"], stdout=subprocess.PIPE).wait()
    for i in range(70):
        mp.Pipe()
        mp.Pipe(False)
    for i in range(70):
        open(os.devnull)
    kept = []
    try:
        for i in range(70):
            kept.append(open(os.devnull))
    except OSError as e:
        print(e)
    try:
        os.pipe()
        os.pipe()
    except OSError as e:
        print(e)
    kept.clear()
    print(len(os.pipe()))
