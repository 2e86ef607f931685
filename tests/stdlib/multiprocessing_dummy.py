# multiprocessing.dummy: the same interface with threads.
from multiprocessing import dummy
from multiprocessing.dummy import Pool


def square(x):
    return x * x


with Pool(3) as pool:
    print(pool.map(square, range(6)), pool.apply(square, (5,)))
out = []
p = dummy.Process(target=out.append, args=(1,))
print(p.exitcode)
p.start()
p.join()
print(out, p.exitcode)
a, b = dummy.Pipe()
a.send("x")
print(b.poll(), b.recv(), b.poll())
q = dummy.Queue()
q.put(1)
print(q.get(), dummy.Value("i", 3).value)
m = dummy.Manager()
print(m.dict(a=1), m.list((1, 2)), m.Namespace(b=2))
with dummy.Lock():
    print("locked")
