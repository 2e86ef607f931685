# A program whose parent ignores SIGINT, as shells do for background jobs, is not disturbed by it, and asyncio leaves it so.
import subprocess
import sys

PROGRAM = '''
import asyncio, os, signal
print(signal.getsignal(signal.SIGINT))
os.kill(os.getpid(), signal.SIGINT)

async def main():
    os.kill(os.getpid(), signal.SIGINT)
    await asyncio.sleep(0.01)
    print(signal.getsignal(signal.SIGINT))

asyncio.run(main())
signal.signal(signal.SIGINT, signal.default_int_handler)
try:
    os.kill(os.getpid(), signal.SIGINT)
    print('not reached')
except KeyboardInterrupt as exc:
    print(repr(exc))
'''
for trap in "trap '' INT", ':':
    print(trap)
    done = subprocess.run(['sh', '-c', trap + '; exec "$0" -c "$1"', sys.executable, PROGRAM], capture_output=True, text=True)
    print(done.returncode, done.stdout, done.stderr.splitlines()[-1:])
