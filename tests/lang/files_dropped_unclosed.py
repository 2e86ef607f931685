# Files that are written and dropped without close() are complete for whoever looks at them next.
# test: heavy
import os, tempfile
d = tempfile.mkdtemp()
p = os.path.join(d, "a.txt")
open(p, "w").write("hello\n")
print(open(p).read())
open(p, "a").write("more\n")
print(os.path.getsize(p), os.stat(p).st_size)
open(p, "wb").write(b"bytes")
os.rename(p, p + "2")
print(open(p + "2", "rb").read())
def save(q, s): f = open(q, "w"); f.write(s)
save(p, "x = 5\n")
import sys; sys.path.insert(0, d)
open(os.path.join(d, "modx.py"), "w").write("y = 6\n")
import modx; print(modx.y)
import subprocess
save(p, "to cat")
print(subprocess.run(["cat", p], capture_output=True, text=True).stdout)
print("x", file=open(p, "w")); print(open(p).readlines())
import shutil
open(p, "w").write("copy me"); shutil.copy(p, p + "3"); print(open(p + "3").read())
import pathlib
open(p, "w").write("path"); print(pathlib.Path(p).read_text(), list(open(p)))
