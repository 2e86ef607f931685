# A signal interrupts what blocks; if its handler returns, waiting goes on, if it raises, that comes out.
import signal
import socket
import time

a, b = socket.socketpair()
calls = []


def quiet(number, frame):
    calls.append(number)
    if len(calls) == 2:
        a.send(b'from the handler')


signal.signal(signal.SIGALRM, quiet)
signal.setitimer(signal.ITIMER_REAL, 0.02, 0.02)
print(b.recv(100), len(calls) >= 2)


class Stop(Exception):
    pass


def loud(number, frame):
    raise Stop


signal.signal(signal.SIGALRM, loud)
for call in (lambda: b.recv(1), lambda: (b.settimeout(5), b.recv(1)), lambda: b.recvfrom(1)):
    try:
        call()
    except Stop:
        print('stopped')
import select
for call in (lambda: select.select([b], [], []), lambda: select.poll().poll(), lambda: select.epoll().poll()):
    try:
        call()
    except Stop:
        print('stopped')
signal.setitimer(signal.ITIMER_REAL, 0)
a.close()
b.close()
