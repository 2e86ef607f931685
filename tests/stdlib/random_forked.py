# A child process does not repeat its parent's numbers, and seeds of many kinds.
import os, random
random.seed(5)
r, w = os.pipe()
pid = os.fork()
if pid == 0:
    os.write(w, str(random.random()).encode())
    os._exit(0)
os.waitpid(pid, 0)
print(float(os.read(r, 100)) != random.random())
for seed in (0, 1, -1, 10**30, "text", "", b"bytes", bytearray(b"x"), 1.5, True, None):
    random.seed(seed)
    value = random.random()
    print(repr(seed), "-" if seed is None else value)
for bad in ([], {}, (1,), 1j):
    try: random.seed(bad)
    except TypeError as e: print(e)
random.seed("a", version=1); print(random.random()); random.seed(b"a", 1); print(random.random())
