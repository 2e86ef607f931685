# shared_memory: blocks and lists.
import multiprocessing as mp
import pickle
from multiprocessing import shared_memory


def child(name, lname):
    block = shared_memory.SharedMemory(name)
    block.buf[:5] = b"child"
    block.close()
    l = shared_memory.ShareableList(name=lname)
    l[0] += 1
    l[2] = "changed"
    l.shm.close()


def main():
    block = shared_memory.SharedMemory(create=True, size=100)
    print(block.size >= 100, block.name.startswith("psm_"), len(block.buf) >= 100)
    block.buf[0] = 65
    block.buf[1:4] = b"BCD"
    l = shared_memory.ShareableList([1, 2.5, "text...", b"bytes", None, True])
    p = mp.Process(target=child, args=(block.name, l.shm.name))
    p.start()
    p.join()
    print(bytes(block.buf[:6]), list(l), len(l), l[-1], l.count(None), l.index(2.5))
    other = shared_memory.SharedMemory(block.name)
    other.buf[0] = 88
    print(block.buf[0])
    other.close()
    other.close()
    again = pickle.loads(pickle.dumps(block))
    print(again.name == block.name, again.buf[0])
    again.close()
    for f in (lambda: l[9], lambda: l.__setitem__(9, 1), lambda: l.__setitem__(2, "x" * 99), lambda: l.index("no")):
        try:
            f()
        except (IndexError, ValueError) as e:
            print(type(e).__name__, e)
    print(l.format)
    l.shm.close()
    l.shm.unlink()
    name = block.name
    block.close()
    block.unlink()
    for kwargs in ({"name": name}, {"create": True}, {"size": -1}, {}):
        try:
            shared_memory.SharedMemory(**kwargs)
        except (OSError, ValueError) as e:
            print(type(e).__name__, str(e).replace(name, "NAME"))


if __name__ == "__main__":
    main()
