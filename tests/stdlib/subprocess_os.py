# os.system, os.popen, os.spawn..., os.fork, os.exec..., the family of waitpid.
import os
import signal
import sys

print(os.system("exit 3"), os.waitstatus_to_exitcode(os.system("exit 3")), os.system("true"))
with os.popen("echo from popen; exit 2") as f:
    print(f.read())
f = os.popen("exit 2")
print(f.read(), f.close())
f = os.popen("cat >/dev/null", "w")
print(f.write("text"), f.close())
sys.stdout.flush()
pid = os.fork()
if pid == 0:
    os._exit(7)
print(os.waitpid(pid, 0) == (pid, 7 << 8))
r, w = os.pipe()
pid = os.fork()
if pid == 0:
    os.dup2(w, 1)
    os.execvp("echo", ["echo", "executed"])
os.close(w)
print(os.read(r, 100), os.waitpid(pid, 0)[1])
os.close(r)
print(os.spawnlp(os.P_WAIT, "sh", "sh", "-c", "exit 4"), os.spawnv(os.P_WAIT, "/bin/sh", ["sh", "-c", "kill -9 $$"]))
pid = os.spawnlp(os.P_NOWAIT, "sleep", "sleep", "30")
os.kill(pid, signal.SIGTERM)
_, status = os.waitpid(pid, 0)
print(os.WIFSIGNALED(status), os.WTERMSIG(status), os.WIFEXITED(status), os.waitstatus_to_exitcode(status))
print(os.spawnlp(os.P_WAIT, "no_such_program", "x"))
try:
    os.waitpid(-1, 0)
except ChildProcessError as e:
    print(e)
for call in (lambda: os.execv("/no/such", ["x"]), lambda: os.execvp("no_such_program", ["x"]), lambda: os.execv("/bin/sh", [])):
    try:
        call()
    except (OSError, ValueError) as e:
        print(type(e).__name__, e)
pid = os.fork()
if pid == 0:
    try:
        sys.exit(5)
    finally:
        os._exit(6)
print(os.waitstatus_to_exitcode(os.wait()[1]))
