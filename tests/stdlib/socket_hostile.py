# Sizes and objects that try to do harm.
import socket

a, b = socket.socketpair()


class Evil:
    def __index__(self):
        array.clear()
        return 8


array = bytearray(10)
a.send(b'12345678')
try:
    b.recv_into(array, Evil())
except (ValueError, BufferError):
    print('refused')
print(b.recv(2 ** 30)[:8])


class Boom:
    def __index__(self):
        raise ZeroDivisionError


for call in (lambda: b.recv(Boom()), lambda: a.send(b'x', Boom()), lambda: a.setsockopt(1, 2, Boom()), lambda: a.connect(('127.0.0.1', Boom())),
             lambda: socket.socket(Boom()), lambda: a.listen(Boom()), lambda: a.shutdown(Boom())):
    try:
        call()
    except Exception as e:
        print(type(e).__name__, e)


def endless():
    while True:
        yield b'x'
        raise KeyError('enough')


for call in (lambda: a.sendmsg(endless()), lambda: a.sendmsg([b''] * 3000), lambda: a.recvmsg_into(endless())):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
try:
    b.recv(2 ** 62)
except (MemoryError, OSError) as e:
    print(type(e).__name__)
view = memoryview(bytearray(4))
view.release()
for call in (lambda: a.send(view), lambda: b.recv_into(view)):
    try:
        call()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
a.close()
b.close()
