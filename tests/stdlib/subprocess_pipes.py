# Full pipes, closed pipes, large data, many children, descriptors that leak.
import os
import subprocess
import sys


def descriptors():
    return len(os.listdir("/proc/self/fd"))


before = descriptors()
big = b"x" * 1_000_000
p = subprocess.Popen(["cat"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
out, err = p.communicate(big)
print(out == big, err)
p = subprocess.Popen(["sh", "-c", "head -c 300000 /dev/zero; head -c 200000 /dev/zero >&2"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
out, err = p.communicate()
print(len(out), len(err))
p = subprocess.Popen(["true"], stdin=subprocess.PIPE)
p.wait()
try:
    p.stdin.write(big)
    p.stdin.flush()
except BrokenPipeError as e:
    print("BrokenPipeError", e.errno)
try:
    p.stdin.close()
except BrokenPipeError as e:
    print("again", e.errno)
print(p.stdin.closed)
p = subprocess.Popen(["true"], stdin=subprocess.PIPE)
print(p.communicate(big), p.returncode)
p = subprocess.Popen(["true"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
print(p.communicate(big), p.returncode)
p = subprocess.Popen(["sh", "-c", "exec 0<&-; sleep 0.1; echo done"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
print(p.communicate(big))
p = subprocess.Popen(["yes"], stdout=subprocess.PIPE)
print(p.stdout.readline())
p.stdout.close()
print(p.wait())
p = subprocess.Popen(["cat"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
try:
    p.communicate(b"kept " * 3, timeout=0.001) if 0 else p.communicate(timeout=0.2)
except subprocess.TimeoutExpired:
    print("timeout")
print(p.stdout.closed)
p.kill()
p.communicate()
p = subprocess.Popen(["sh", "-c", "echo early; sleep 0.4; echo late"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
try:
    p.communicate(timeout=0.15)
except subprocess.TimeoutExpired as e:
    print(e.stdout, e.stderr)
print(p.communicate())
del p
children = [subprocess.Popen(["sh", "-c", f"echo {i}; exit {i}"], stdout=subprocess.PIPE, text=True) for i in range(20)]
print([(c.communicate()[0].strip(), c.returncode) for c in children])
del children
for i in range(5):
    try:
        subprocess.Popen(["no_such_program"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    except FileNotFoundError:
        pass
print(descriptors() - before)
try:
    print(os.waitpid(-1, os.WNOHANG))
except ChildProcessError:
    print("no children left")
one = subprocess.Popen(["echo", "piped words here"], stdout=subprocess.PIPE)
two = subprocess.Popen(["wc", "-w"], stdin=one.stdout, stdout=subprocess.PIPE, text=True)
one.stdout.close()
print(two.communicate()[0].strip(), one.wait())
