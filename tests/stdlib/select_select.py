# select.select: three lists, time limits, what is no descriptor.
import select
import socket

a, b = socket.socketpair()
print(select.select([a], [], [], 0), select.select([], [a, b], [], 0)[1] == [a, b])
b.send(b'x')
print(select.select([a, b], [], [], 1)[0] == [a], select.select([a.fileno()], [], [])[0] == [a.fileno()])
print(select.select((a,), iter([b]), {a: 1}, 0.5)[0] == [a])
print(select.select([], [], [], 0.001))


class File:
    def __init__(self, fd):
        self.fd = fd

    def fileno(self):
        return self.fd


print(len(select.select([File(a.fileno())], [], [], 0)[0]))
for args in (([a], [], [], -1), ([a], [], [], 'a'), (1, [], []), (['a'], [], []), ([-1], [], []), ([5000], [], [], 0), ([2.5], [], []), (),
             ([File('x')], [], []), ([File(-1)], [], []), ([File(2 ** 40)], [], []), ([a], [], [], float('nan')), ([a], [], [], 1e300), ([a], [], [], 2 ** 70)):
    try:
        print(select.select(*args))
    except Exception as e:
        print(type(e).__name__, e)
a.close()
try:
    select.select([a], [], [], 0)
except ValueError as e:
    print(e)
b.close()
print(select.error is OSError)
