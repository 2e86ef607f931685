# Warnings: a child that is still running, line buffering in binary mode, pass_fds without close_fds.
import subprocess
import warnings

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    p = subprocess.Popen(["sleep", "30"])
    p.__del__()
    p.kill()
    p.wait()
    p.__del__()
    subprocess.Popen(["true"], stdout=subprocess.PIPE, bufsize=1).communicate()
    subprocess.run(["true"], pass_fds=(2,), close_fds=False)
for w in caught:
    print(w.category.__name__, str(w.message).replace(str(p.pid), "PID"))
print(subprocess._active.count(p))
subprocess._active.clear()
