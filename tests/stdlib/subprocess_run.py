# run() and CompletedProcess.
import subprocess
import sys

r = subprocess.run(["echo", "hello"], capture_output=True)
print(r, r.args, r.returncode, r.stdout, r.stderr)
r = subprocess.run(["echo", "hello"], capture_output=True, text=True)
print(r)
print(subprocess.run("echo $((1+2)); echo err >&2; exit 3", shell=True, capture_output=True, text=True))
print(subprocess.run(["cat"], input=b"bytes in", capture_output=True).stdout)
print(subprocess.run(["cat"], input="text in \u00e9", capture_output=True, text=True).stdout)
print(subprocess.run(["cat"], input="text in \u00e9", capture_output=True, encoding="utf-8").stdout)
print(subprocess.run(["cat"], input="\u00e9", stdout=subprocess.PIPE, encoding="latin-1").stdout)
print(subprocess.run(["printf", "a\\r\\nb\\rc"], capture_output=True, text=True).stdout.encode())
print(subprocess.run(["sh", "-c", "echo out; echo err >&2"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True).stdout)
print(subprocess.run(["true"]), subprocess.run(["false"]).returncode)
print(subprocess.run([sys.executable, "-c", "print(1 + 1)"], capture_output=True, text=True).stdout)
print(subprocess.run([sys.executable, "-c", "import sys; sys.exit(7)"]).returncode)
print(subprocess.run([sys.executable, "-c", "import sys; print(sys.argv[1:])", "a", "b c"], capture_output=True, text=True).stdout)
print(subprocess.run([sys.executable, "-c", "1/0"], capture_output=True, text=True).stderr.splitlines()[-1])
print(subprocess.run([sys.executable, "-"], input="print('from stdin')", capture_output=True, text=True).stdout)
try:
    subprocess.run(["sh", "-c", "echo o; echo e >&2; exit 5"], check=True, capture_output=True, text=True)
except subprocess.CalledProcessError as e:
    print(e, repr(e), e.returncode, e.cmd, e.output, e.stdout, e.stderr)
try:
    subprocess.run(["sh", "-c", "echo partly; exec sleep 30"], timeout=0.3, capture_output=True)
except subprocess.TimeoutExpired as e:
    print(e, e.cmd, e.timeout, e.output, e.stdout, e.stderr)
r = subprocess.run("exit 4", shell=True)
try:
    r.check_returncode()
except subprocess.CalledProcessError as e:
    print(e)
print(subprocess.run(["true"]).check_returncode())
for kwargs in ({"input": b"", "stdin": subprocess.PIPE}, {"capture_output": True, "stdout": subprocess.PIPE}, {"capture_output": True, "stderr": subprocess.PIPE}):
    try:
        subprocess.run(["true"], **kwargs)
    except ValueError as e:
        print(e)
print(subprocess.CompletedProcess(["a"], 1, stderr=b"x"), subprocess.CompletedProcess[str])
