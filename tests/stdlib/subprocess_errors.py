# What fails before the program runs.
import os
import subprocess
import tempfile

folder = tempfile.mkdtemp()
plain = os.path.join(folder, "plain")
with open(plain, "w") as f:
    f.write("not a program")
script = os.path.join(folder, "script")
with open(script, "w") as f:
    f.write("echo no interpreter line\n")
os.chmod(script, 0o755)


def attempt(*args, **kwargs):
    try:
        p = subprocess.Popen(*args, **kwargs)
    except Exception as e:
        text = str(e).replace(folder, "FOLDER")
        print(type(e).__name__, text, getattr(e, "errno", None), str(getattr(e, "filename", None)).replace(folder, "FOLDER"))
    else:
        print(p.wait())


attempt(["no_such_program_at_all"])
attempt("no_such_program_at_all")
attempt(["/no/such/program"])
attempt([folder])
attempt([plain])
attempt([script])
attempt(["true"], cwd="/no/such/folder")
attempt(["true"], cwd=plain)
attempt([])
attempt([""])
attempt(["a\0b"])
attempt(["true", "a\0b"])
attempt([5])
attempt(5)
attempt(["true"], env={"A=B": "c"})
attempt(["true"], env={"A": "c\0d"})
attempt(["true"], bufsize="x")
attempt(["true"], stdout=subprocess.STDOUT)
attempt(["true"], startupinfo=1)
attempt(["true"], creationflags=1)
attempt(["true"], stdin=object())
attempt(["true"], text=True, universal_newlines=False)
attempt(["true"], user=-1)
attempt(["true"], group=-1)
attempt(["true"], user=1.5)
attempt(["true"], group=[])
attempt(["true"], user="no_such_user_x")
attempt(["true"], group="no_such_group_x")
attempt(["true"], extra_groups="x")
attempt(["true"], extra_groups=[1.5])
attempt(["true"], extra_groups=[-3])
attempt(["true"], pipesize="x")
attempt(["no"], executable="/no/such/executable")
attempt(["true"], preexec_fn=lambda: 1 / 0)
attempt(["true"], pass_fds=(-1,))
attempt(os.fsencode(plain))
p = subprocess.Popen(["cat"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
try:
    p.communicate(b"x" * 100, timeout=0)
except subprocess.TimeoutExpired as e:
    print("timed out")
try:
    p.communicate(b"more")
except ValueError as e:
    print(e)
p.kill()
p.wait()
