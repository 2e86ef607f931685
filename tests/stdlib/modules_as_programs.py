# Modules that are programs of their own: -m pickle, pickletools, sqlite3, quopri, inspect.
import os, pickle, subprocess, sys, tempfile

with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    with open("x.pkl", "wb") as f:
        pickle.dump([1, {"a": 2}], f, 2)
    with open("mm.py", "w") as f:
        f.write('"""Doc."""\nclass A:\n    """A."""\n    def f(self):\n        return 1\n\ndef g(): pass\n')
    with open("plain.txt", "w") as f:
        f.write("a b=c\n")

    def run(text, *command):
        done = subprocess.run([sys.executable, "-m", *command], input=text, capture_output=True, text=True)
        print(*command, "->", done.returncode)
        print(done.stdout + "".join(done.stderr.splitlines(True)[-2:]), end="")

    run("", "pickle", "x.pkl", "x.pkl")
    run("", "pickletools", "x.pkl")
    run("", "pickletools", "-l", "2", "-p", "== {name}", "x.pkl", "x.pkl")
    run(".help\nselect 1;\nselect\n2;\n.quit\n", "sqlite3")
    run("", "sqlite3", ":memory:", "select 1, 'a'")
    run("", "sqlite3", ":memory:", "bad")
    run("", "quopri", "-t", "plain.txt")
    run("a=3Db\n", "quopri", "-d")
    run("", "quopri", "-t", "-d")
    run("", "quopri", "missing.txt")
    run("", "inspect", "mm:A.f")
    run("", "inspect", "missing")
    run("", "inspect", "sys")
