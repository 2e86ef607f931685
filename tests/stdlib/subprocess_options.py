# cwd, env, executable, pass_fds, close_fds, sessions, groups, umask, preexec_fn, files as streams.
import os
import subprocess
import sys
import tempfile


def out(*args, **kwargs):
    return subprocess.run(*args, stdout=subprocess.PIPE, text=True, **kwargs).stdout


folder = os.path.realpath(tempfile.mkdtemp())
print(out("pwd", cwd=folder) == folder + "\n", out(["pwd"], cwd=os.fsencode(folder)) == folder + "\n")
print(out("echo $A-$B", shell=True, env={"A": "1", "B": "two"}))
print(out(["env"], env={}), out(["env"], env={"K": "v"}), out(["env"], env={b"K": b"bytes"}))
print(out(["name", "-c", "echo $0"], executable="sh"), out("echo $0", shell=True, executable="/bin/sh"))
with open(folder + "/mine", "w") as f:
    f.write("#!/bin/sh\necho mine $1\n")
os.chmod(folder + "/mine", 0o755)
print(out(["mine", "arg"], env={"PATH": folder}), out(["./mine"], cwd=folder))
r, w = os.pipe()
print(out(f"echo through >&{w}", shell=True, pass_fds=(w,)) == "", os.read(r, 100))
print(subprocess.run(f"echo closed >&{w}", shell=True, stderr=subprocess.DEVNULL).returncode != 0)
print(os.get_inheritable(w))
os.close(r)
os.close(w)
script = "import os; print(os.getpid() == os.getsid(0), os.getpid() == os.getpgid(0))"
print(out([sys.executable, "-c", script]), out([sys.executable, "-c", script], start_new_session=True), out([sys.executable, "-c", script], process_group=0))
print(out("umask", shell=True, umask=0o077))
print(out("echo $X", shell=True, preexec_fn=lambda: os.environ.update(X="from preexec")))
print(out("pwd", preexec_fn=lambda: os.chdir("/")))
with open(folder + "/file", "w+") as f:
    print(subprocess.run(["echo", "to a file"], stdout=f).returncode)
    print(subprocess.run(["sh", "-c", "echo err >&2"], stderr=f.fileno()).returncode)
    f.seek(0)
    print(f.read())
    f.seek(0)
    print(subprocess.run(["cat"], stdin=f, capture_output=True).stdout)
sys.stdout.flush()
subprocess.run(["echo", "straight to our output"])
subprocess.run(["sh", "-c", "echo both; echo errors >&2"], stderr=subprocess.STDOUT)
print(subprocess.run(["sh", "-c", "echo one; echo two >&2"], stderr=subprocess.STDOUT, stdout=subprocess.DEVNULL))
class Path:
    def __fspath__(self):
        return "true"
print(subprocess.run(Path()).returncode, subprocess.run([Path()]).returncode)
try:
    subprocess.run(Path(), shell=True)
except TypeError as e:
    print(e)
print(subprocess.run(["sh", "-c", 'for s in PIPE INT; do kill -s $s $$; done; echo alive'], capture_output=True).returncode)
print(subprocess.run([sys.executable, "-c", "import signal; print(signal.getsignal(signal.SIGPIPE))"], capture_output=True, text=True).stdout)
print(out(["sh", "-c", "trap '' PIPE; echo ok"], restore_signals=False))
import pwd
if os.getuid() == 0:
    nobody = pwd.getpwnam("nobody")
    text = out(["id", "-u"], user="nobody") + out(["id", "-u"], user=nobody.pw_uid) + out(["id", "-g"], group=nobody.pw_gid) + out(["id", "-G"], group=1, extra_groups=[2, 3], user=nobody.pw_uid)
    print(text == f"{nobody.pw_uid}\n{nobody.pw_uid}\n{nobody.pw_gid}\n1 2 3\n")
else:
    print(True)
