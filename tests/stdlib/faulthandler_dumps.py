"""Dumps of the stacks: at once, from a signal, after a time, when the process dies."""
import faulthandler
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
import _thread

out = tempfile.TemporaryFile('w+')


def show():
    out.seek(0)
    print(re.sub('0x[0-9a-f]{16}', 'ADDR', out.read()).replace(__file__, 'FILE'))
    out.seek(0)
    out.truncate()


def attempt(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


def inner(**kwargs):
    faulthandler.dump_traceback(out, **kwargs)


def outer(**kwargs):
    inner(**kwargs)


class É:
    def ñame(self):
        outer(all_threads=False)


async def deep():
    outer()


async def shallow():
    await deep()


def deepest(n):
    return deepest(n - 1) if n else outer()


outer()
show()
É().ñame()
show()
try:
    shallow().send(None)
except StopIteration:
    pass
show()
deepest(200)
out.seek(0)
print(len(out.read().splitlines()))
out.seek(0)
out.truncate()

go = _thread.allocate_lock()
go.acquire()
gone = _thread.allocate_lock()
gone.acquire()


def waiting():
    go.acquire()
    gone.release()


_thread.start_new_thread(waiting, ())
time.sleep(0.05)
outer()
show()
go.release()
gone.acquire()
time.sleep(0.05)

for args in (-1,), ('x',):
    attempt(faulthandler.dump_traceback, *args)
for seconds in 0, -1, 'x', None, float('nan'):
    attempt(faulthandler.dump_traceback_later, seconds)
for number in signal.SIGSEGV, 0, 65, 'x':
    attempt(faulthandler.register, number)
attempt(faulthandler.unregister, signal.SIGUSR1)


def sleeping():
    time.sleep(0.4)


def busy():
    end = time.monotonic() + 0.4
    while time.monotonic() < end:
        pass


for function in sleeping, busy:
    faulthandler.dump_traceback_later(0.05, file=out)
    function()
    show()
faulthandler.dump_traceback_later(0.05, repeat=True, file=out)
faulthandler.cancel_dump_traceback_later()
time.sleep(0.1)
show()


def kill():
    os.kill(os.getpid(), signal.SIGUSR1)


signal.signal(signal.SIGUSR1, lambda *args: print('handler'))
faulthandler.register(signal.SIGUSR1, out, all_threads=False, chain=True)
kill()
show()
faulthandler.register(signal.SIGUSR1, out, all_threads=False)
kill()
show()
print(faulthandler.unregister(signal.SIGUSR1), faulthandler.unregister(signal.SIGUSR1))
kill()
show()

print(faulthandler.is_enabled(), faulthandler.enable(out), faulthandler.is_enabled(), faulthandler.disable(), faulthandler.disable())
program = 'import faulthandler, os, time\nfaulthandler.enable()\ndef f():\n    {}\nf()'
for death in 'os.abort()', 'os.kill(os.getpid(), 11)', 'faulthandler._sigfpe()', 'faulthandler.dump_traceback_later(0.05, exit=True); time.sleep(9)':
    env = {**os.environ, 'ASAN_OPTIONS': os.environ.get('ASAN_OPTIONS', '') + ':handle_segv=0:handle_abort=0:handle_sigfpe=0:handle_sigbus=0:handle_sigill=0'}
    done = subprocess.run([sys.executable, '-c', program.format(death)], capture_output=True, text=True, env=env)
    print(done.returncode, re.sub('0x[0-9a-f]{16}', 'ADDR', done.stderr))
