# list2cmdline, and what the module offers.
import subprocess

for args in (["a", "b"], ["a b", "c"], [""], ["a\tb"], ['say "hi"'], ["back\\slash"], ["trail\\"], ["a b\\"], ['a\\"b'], ["a\\\\b c"], [b"bytes", "x"], []):
    print(subprocess.list2cmdline(args))
print(sorted(subprocess.__all__))
print(subprocess.PIPE, subprocess.STDOUT, subprocess.DEVNULL)
for name in ("SubprocessError", "CalledProcessError", "TimeoutExpired"):
    print(getattr(subprocess, name).__mro__)
import inspect
for f in (subprocess.run, subprocess.call, subprocess.check_call, subprocess.check_output, subprocess.getoutput, subprocess.getstatusoutput, subprocess.Popen,
          subprocess.Popen.communicate, subprocess.Popen.wait, subprocess.CompletedProcess):
    print(f.__name__, inspect.signature(f))
