# call, check_call, check_output, getoutput, getstatusoutput.
import subprocess

print(subprocess.call(["true"]), subprocess.call("exit 3", shell=True))
print(subprocess.check_call(["true"]))
for args in (["false"], "kill -9 $$"):
    try:
        subprocess.check_call(args, shell=isinstance(args, str))
    except subprocess.CalledProcessError as e:
        print(e, e.returncode)
try:
    subprocess.check_call(args=["false"])
except subprocess.CalledProcessError as e:
    print(e)
print(subprocess.check_output(["echo", "x"]), subprocess.check_output("echo y", shell=True, text=True))
print(subprocess.check_output(["cat"], input=b"in"), subprocess.check_output(["cat"], input=None), subprocess.check_output(["cat"], input=None, text=True) == "")
try:
    subprocess.check_output("echo lost; exit 2", shell=True)
except subprocess.CalledProcessError as e:
    print(e, e.output)
for kwargs in ({"stdout": 1}, {"check": True}):
    try:
        subprocess.check_output(["true"], **kwargs)
    except ValueError as e:
        print(e)
print(subprocess.getoutput("echo out; echo err >&2; echo; echo"), "|")
print(subprocess.getstatusoutput("echo out; exit 3"), subprocess.getstatusoutput("kill -15 $$"), subprocess.getstatusoutput("printf x"))
print(subprocess.getstatusoutput("no_such_command_here")[0])
for code in (1, -9, -11, -99, 0, None):
    print(str(subprocess.CalledProcessError(code, ["a", "b"])) if code is not None else "")
print(subprocess.TimeoutExpired("cmd", 1.5), subprocess.TimeoutExpired(["a", "b"], 2, output=b"o", stderr=b"e").stdout)
try:
    subprocess.call(["sleep", "30"], timeout=0.1)
except subprocess.TimeoutExpired as e:
    print(e)
e = subprocess.CalledProcessError(1, "c", output=1)
e.stdout = 2
print(e.output, e.args, issubclass(subprocess.CalledProcessError, subprocess.SubprocessError))
