"""Context managers, exceptions and files."""
import contextlib, io, os, sys, tempfile, json, csv, textwrap, string, shutil, pathlib
class Tx:
    def __init__(self, db): self.db = db
    def __enter__(self): self.save = dict(self.db); return self.db
    def __exit__(self, t, v, tb):
        if t: self.db.clear(); self.db.update(self.save); print("rollback", t.__name__, v)
        else: print("commit")
        return t is not None and issubclass(t, ValueError)
db = {"a": 1}
with Tx(db) as d: d["b"] = 2
with Tx(db) as d: d["c"] = 3; raise ValueError("bad")
try:
    with Tx(db) as d: del d["a"]; d["zz"]
except KeyError as e: print("outer", e)
print(db)
@contextlib.contextmanager
def tag(n):
    print(f"<{n}>")
    try: yield n.upper()
    except ZeroDivisionError: print("zde in", n)
    finally: print(f"</{n}>")
with tag("a") as A, tag("b") as B: print(A, B); 1/0
@tag("deco")
def f(): print("in f")
f()
with contextlib.ExitStack() as st:
    for n in "xyz": st.enter_context(tag(n))
    st.callback(print, "cb", 1)
    print("inside")
with contextlib.suppress(KeyError, IndexError): {}["q"]
buf = io.StringIO()
with contextlib.redirect_stdout(buf): print("captured"); help_ = 1
print(repr(buf.getvalue()))
with contextlib.closing(io.StringIO("abc")) as s: print(s.read())
print(s.closed)
with tempfile.TemporaryDirectory() as td:
    p = pathlib.Path(td) / "sub" / "f.txt"
    p.parent.mkdir(parents=True, exist_ok=True)
    p.write_text("line 1\nline 2\nünï\n", encoding="utf-8")
    with open(p, encoding="utf-8") as fh:
        for no, line in enumerate(fh, 1): print(no, line.rstrip(), len(line))
    with open(p, "a") as fh: print("appended", file=fh); fh.writelines(["x\n", "y"])
    print(p.read_text().splitlines()[-3:], p.stat().st_size, p.suffix, p.stem, p.name, p.exists())
    with open(p, "rb") as fh: fh.seek(5); print(fh.read(3), fh.tell(), fh.readline())
    with open(p, "r+") as fh: fh.write("LINE"); fh.seek(0); print(fh.readline())
    with open(p, "x" if not p.exists() else "w") as fh: fh.write("new")
    print(os.listdir(td), sorted(x.name for x in pathlib.Path(td).rglob("*")), os.path.getsize(p))
    c = pathlib.Path(td) / "d.csv"
    with open(c, "w", newline="") as fh:
        w = csv.writer(fh); w.writerow(["name", "n"]); w.writerows([["a,b", 1], ['q"x', 2]])
    with open(c, newline="") as fh: print(list(csv.DictReader(fh)))
    print(c.read_text())
    j = pathlib.Path(td) / "d.json"
    j.write_text(json.dumps({"b": [1, 2.5, None, True], "a": {"x": "é"}}, indent=2, sort_keys=True))
    print(j.read_text(), json.loads(j.read_text()))
    try: open(pathlib.Path(td) / "none" / "x", "w")
    except FileNotFoundError as e: print(e.errno, e.strerror, type(e).__mro__[1].__name__)
    try: open(td)
    except IsADirectoryError as e: print(e.strerror)
    try: open(p, "zz")
    except ValueError as e: print(e)
    try: open(p).write("q")
    except io.UnsupportedOperation as e: print(e)
    shutil.copy(p, p.with_suffix(".bak")); print(sorted(os.listdir(p.parent)))
    os.remove(p); p.with_suffix(".bak").rename(p); print(p.read_text())
def risky(n):
    try:
        if n == 0: return "ret"
        if n == 1: raise KeyError("k")
        if n == 2: raise OSError(5, "io")
    except KeyError as e:
        return f"caught {e!r}"
    else: return "else"
    finally: print("finally", n)
for n in range(4):
    try: print(risky(n))
    except OSError as e: print("os", e)
class AppError(Exception):
    def __init__(self, msg, *, code=1): super().__init__(msg); self.code = code
class DBError(AppError): pass
try:
    try: int("z")
    except ValueError as e: raise DBError("db failed", code=42) from e
except AppError as e:
    print(type(e).__name__, e, e.code, repr(e.__cause__), e.__context__ is e.__cause__, e.args)
try:
    raise ExceptionGroup("g", [ValueError(1), TypeError(2), ExceptionGroup("h", [ValueError(3)])])
except* ValueError as eg: print("V", eg.exceptions)
except* TypeError as eg: print("T", eg.exceptions)
print(textwrap.dedent("""
    indented
      more
    end""").strip())
print(textwrap.fill("The quick brown fox jumps over the lazy dog " * 3, 40, initial_indent="* ", subsequent_indent="  "))
print(textwrap.shorten("Hello wonderful world", 12), textwrap.indent("a\nb", "> "))
print(string.Template("$who likes ${what} $$5").substitute(who="Tim", what="kung pao"), string.capwords("hello big world"))
try: string.Template("$x").substitute()
except KeyError as e: print("missing", e)
