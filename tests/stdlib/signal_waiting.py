"""Waiting for signals, signals for threads, the descriptor that learns of arrivals."""
import os
import signal
import threading
import time


def attempt(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__, e)


U1, U2 = signal.SIGUSR1, signal.SIGUSR2
print(signal.pthread_sigmask(signal.SIG_BLOCK, [U1, U2]) & {U1, U2})
os.kill(os.getpid(), U1)
print(signal.sigpending())
print(repr(signal.sigwait({U1})), signal.sigpending())
print(signal.sigtimedwait([U1], 0.01))
os.kill(os.getpid(), U2)
info = signal.sigwaitinfo([U1, U2])
print(info.si_signo, info.si_code, info.si_errno, info.si_pid == os.getpid(), info.si_uid == os.getuid(), info.si_status)
print(type(info), len(info), repr(info).startswith('signal.struct_siginfo(si_signo=12, si_code=0, si_errno=0, si_pid='))
attempt(signal.sigtimedwait, [U1], -1)
attempt(signal.sigwait, [0])
attempt(signal.sigwait, [65])
attempt(signal.sigwait, 5)
attempt(signal.pthread_sigmask, 99, [])
print(sorted(signal.pthread_sigmask(signal.SIG_UNBLOCK, [U1, U2]) & {U1, U2}))

seen = []
signal.signal(U1, lambda number, frame: seen.append((number, threading.current_thread() is threading.main_thread())))
signal.pthread_kill(threading.get_ident(), U1)
print(seen)
worker = threading.Thread(target=lambda: signal.pthread_kill(threading.main_thread().ident, U1))
worker.start()
worker.join()
time.sleep(0.01)
print(seen)
attempt(signal.pthread_kill, threading.get_ident(), 0)
attempt(signal.pthread_kill, threading.get_ident(), 1000)

r, w = os.pipe()
try:
    signal.set_wakeup_fd(w)
except ValueError as e:
    print(str(e).replace(str(w), 'N'))
os.set_blocking(w, False)
print(signal.set_wakeup_fd(w))
signal.raise_signal(U1)
signal.raise_signal(signal.SIGUSR1)
print(os.read(r, 10), signal.set_wakeup_fd(-1) == w, signal.set_wakeup_fd(-1))
attempt(signal.set_wakeup_fd, 9999)
attempt(signal.set_wakeup_fd, 'x')
print(len(seen))

signal.signal(signal.SIGALRM, lambda *args: print('alarm'))
threading.Thread(target=time.sleep, args=(0.05,)).start()
signal.setitimer(signal.ITIMER_REAL, 0.02)
signal.pause()
fd = os.pidfd_open(os.getpid())
signal.pidfd_send_signal(fd, U1)
print(len(seen))
attempt(signal.pidfd_send_signal, fd, U1, 5)
