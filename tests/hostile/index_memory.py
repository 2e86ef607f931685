# Conversions that release a view, shrink a bytearray while an item or a slice of it is being read, written or deleted.
import mmap


class R:
    def __init__(self, do, value=65):
        self.do, self.value = do, value

    def __index__(self):
        self.do()
        return self.value


def attempt(name, f):
    try:
        f()
        print(name, "ok")
    except (IndexError, ValueError, BufferError, TypeError, OverflowError) as error:
        print(name, type(error).__name__, error)


def view():
    b = bytearray(1000)
    m = memoryview(b)
    return b, m, lambda: (m.release(), b.clear())


for name, use in (("set", lambda m, do: m.__setitem__(5, R(do))), ("set at", lambda m, do: m.__setitem__(R(do), 1)), ("get", lambda m, do: m[R(do)]),
                  ("set slice", lambda m, do: m.__setitem__(slice(R(do, 0), 3), b"abc"))):
    b, m, do = view()
    attempt(name, lambda: use(m, do))
uses = dict(get=lambda x, i: x[i(5)], part=lambda x, i: x[i(0):20], set=lambda x, i: x.__setitem__(i(9), 1), delete=lambda x, i: x.__delitem__(i(9)),
            insert=lambda x, i: x.insert(i(9), 1), pop=lambda x, i: x.pop(i(9)), times=lambda x, i: x * i(3), step=lambda x, i: x[i(0):20:2],
            put_step=lambda x, i: x.__setitem__(slice(i(0), 9, i(2)), x[:5]), delete_step=lambda x, i: x.__delitem__(slice(i(0), 9, i(2))),
            value=lambda x, i: x.__setitem__(9, i(65)), append=lambda x, i: x.append(i(65)))
for kind in (bytearray, list):
    for name, use in uses.items():
        x = kind(range(30))
        attempt(name, lambda: use(x, lambda value: R(lambda: x.__delitem__(slice(None)), value)))
        print(len(x))
m = mmap.mmap(-1, 4096)
attempt("map", lambda: m[R(m.close)])
m = mmap.mmap(-1, 4096)
attempt("map slice", lambda: m.__setitem__(slice(R(m.close, 0), 3), b"abc"))
