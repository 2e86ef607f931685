# How much of what a program has printed into a pipe is there when it is killed: whole pieces of 8 KiB.
import subprocess
import sys

for lines in (900, 1000, 1700, 1800, 3000, 5000):
    program = f"import os\nfor i in range({lines}): print('line', i)\nos.kill(os.getpid(), 9)"
    done = subprocess.run([sys.executable, "-c", program], stdout=subprocess.PIPE)
    print(lines, len(done.stdout), done.stdout[-7:], done.returncode)
