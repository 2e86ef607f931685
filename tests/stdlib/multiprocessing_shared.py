# Value, Array, RawValue, RawArray.
import multiprocessing as mp
from multiprocessing import sharedctypes


def change(n, x, a, s):
    n.value = 7
    x.value *= 2
    for i in range(len(a)):
        a[i] = -a[i]
    s.value = s.value.upper()


def main():
    n, x = mp.Value("i", 3), mp.Value("d", 1.5)
    a, s = mp.Array("i", range(6)), mp.Array("c", b"hello world")
    p = mp.Process(target=change, args=(n, x, a, s))
    p.start()
    p.join()
    print(n.value, x.value, a[:], s.value, s.raw, len(a), len(s))
    print(n, x)
    for code, value in (("b", -5), ("B", 200), ("h", -3), ("H", 3), ("i", 4), ("I", 5), ("l", -6), ("L", 7), ("q", -8), ("Q", 9), ("f", 0.5), ("d", 0.25), ("c", b"z"), ("u", "\u00e9")):
        v = mp.Value(code, value)
        print(code, v.value, mp.RawValue(code).value, list(mp.RawArray(code, 2)))
    v = mp.Value("b", 127)
    v.value += 1
    print(v.value)
    v = mp.Value("B", -1)
    print(v.value)
    v = mp.Value("i", 2**31)
    print(v.value)
    with n.get_lock():
        n.value += 1
    with n:
        n.value += 1
    print(n.value, n.get_obj().value, n.acquire(), n.release())
    a = mp.Array("d", 4)
    print(a[:], a[1:3], a[-1])
    a[1:3] = [1.5, 2.5]
    a[0] = 9
    print(a[:], list(a), sum(a))
    for f in (lambda: a[4], lambda: a.__setitem__(9, 1), lambda: a.__setitem__(0, "x"), lambda: mp.Value("i", 1.5), lambda: mp.Value("c", "x")):
        try:
            print(f())
        except (IndexError, TypeError) as e:
            print(type(e).__name__, e)
    raw = mp.RawArray("i", [1, 2, 3])
    print(raw[:], len(raw), 2 in list(raw))
    copy = sharedctypes.copy(raw)
    copy[0] = 50
    print(raw[0], copy[0])
    sync = sharedctypes.synchronized(mp.RawValue("i", 5))
    print(type(sync).__name__, sync.value)
    s = mp.Array("c", 5)
    s.value = b"ab"
    print(s.value, s.raw)
    try:
        s.value = b"too long for it"
    except ValueError as e:
        print(e)
    lock = mp.Lock()
    v = mp.Value("i", lock=lock)
    print(v.get_lock() is lock, type(mp.Value("i", lock=False)).__name__ == type(mp.RawValue("i")).__name__)


if __name__ == "__main__":
    main()
