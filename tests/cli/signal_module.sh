# The signal module.
run -c 'import signal
def h(n, frame): print("got", n, frame.f_code.co_name)
print(repr(signal.SIGINT), repr(signal.getsignal(signal.SIGTERM)), signal.getsignal(2) is signal.default_int_handler, repr(signal.getsignal(13)))
print(repr(signal.signal(signal.SIGUSR1, h)), signal.getsignal(signal.SIGUSR1) is h)
signal.raise_signal(signal.SIGUSR1)
print(signal.signal(signal.SIGUSR1, signal.SIG_IGN) is h)
signal.raise_signal(signal.SIGUSR1)
print(repr(signal.signal(signal.SIGUSR1, signal.SIG_DFL)))
print(signal.strsignal(9), signal.Signals(15), signal.SIGTERM.name, repr(signal.Signals["SIGHUP"]), len(signal.valid_signals()) > 60)
for args in (99, h), (0, h), (2, 5), (2, None):
    try: signal.signal(*args)
    except (ValueError, TypeError) as e: print(type(e).__name__, e)
try: signal.signal(signal.SIGKILL, h)
except OSError as e: print(e)
print(signal.setitimer(signal.ITIMER_REAL, 5, 1), signal.getitimer(signal.ITIMER_REAL)[1], signal.setitimer(signal.ITIMER_REAL, 0)[1])
print(signal.alarm(5), signal.alarm(0))
class E(Exception): pass
def h2(n, frame): raise E(n)
signal.signal(signal.SIGALRM, h2)
signal.setitimer(signal.ITIMER_REAL, 0.01)
try:
    signal.pause()
except E as e: print("raised", e)
signal.signal(signal.SIGUSR1, h)
print(signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR1]))
signal.raise_signal(signal.SIGUSR1)
print(signal.sigpending())
print(signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGUSR1]))
try: signal.SIGNOTHING
except AttributeError as e: print(e)'
run -c 'import signal, time
signal.signal(signal.SIGALRM, lambda n, f: print("tick"))
signal.setitimer(signal.ITIMER_REAL, 0.01)
n = 0
end = time.monotonic() + 0.1
while time.monotonic() < end: n += 1
print("done")'
