# A command line with subcommands, a tree of files, dates, text wrapping and a log read with a pattern.
import argparse, sys, re, textwrap, string, contextlib, io, datetime as dt, calendar, shlex, fnmatch, glob, tempfile, pathlib, os, shutil
def build():
    p = argparse.ArgumentParser(prog="tool", description="A tool that does many things to many files, and says so at some length.", epilog="That is all.", formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    p.add_argument("-v", "--verbose", action="count", default=0, help="more words")
    p.add_argument("--version", action="version", version="%(prog)s 1.2")
    sub = p.add_subparsers(dest="cmd", required=True, metavar="COMMAND", title="commands")
    a = sub.add_parser("add", help="add things", aliases=["a"])
    a.add_argument("numbers", nargs="+", type=float)
    a.add_argument("--mode", choices=["sum", "mean"], default="sum")
    g = a.add_mutually_exclusive_group()
    g.add_argument("--up", action="store_true"); g.add_argument("--down", action="store_const", const=3, default=0)
    f = sub.add_parser("find", help="find files")
    f.add_argument("root", type=pathlib.Path); f.add_argument("-p", "--pattern", default="*", metavar="GLOB")
    f.add_argument("--size", type=int, nargs="?", const=10, default=-1)
    f.add_argument("--flag", action=argparse.BooleanOptionalAction, default=True, help="a flag")
    f.add_argument("rest", nargs=argparse.REMAINDER)
    return p
p = build()
def run(line):
    out, err = io.StringIO(), io.StringIO()
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            ns = p.parse_args(shlex.split(line))
        print(line, "->", ns)
    except SystemExit as e:
        print(line, "-> exit", e.code)
        print(out.getvalue() + err.getvalue())
for line in ["add 1 2 3", "a 1 --mode mean -h", "-vv add 1 --up", "add 1 --up --down", "add x", "add 1 --mode med", "find . --size -p '*.py' x y", "find . --size 3 --no-flag", "nope", "", "--version", "-h", "find -h", "add -h", "add"]:
    run(line)
with tempfile.TemporaryDirectory() as d:
    root = pathlib.Path(d)
    (root / "a" / "b").mkdir(parents=True)
    (root / "a" / "x.txt").write_text("hello\nworld\n", encoding="utf-8")
    (root / "a" / "b" / "y.tar.gz").write_bytes(b"\x00" * 20)
    for f in sorted(root.rglob("*")):
        print(f.relative_to(root), f.is_dir(), f.suffix, f.suffixes, f.stem)
    print(sorted(q.name for q in root.glob("**/*.txt")))
    shutil.copytree(root / "a", root / "c")
    print(sorted(os.listdir(root)), [sorted(x[2]) for x in sorted(os.walk(root))])
    try:
        (root / "none").read_text()
    except FileNotFoundError as e:
        print(e.errno, e.strerror, type(e).__mro__)
    try: (root / "a").rmdir()
    except OSError as e: print(e.strerror)
    with open(root / "a" / "x.txt", "r+") as f:
        print(f.readline(), f.tell()); f.seek(0, 2); f.write("more"); f.seek(0); print(list(f))
d0 = dt.date(2024, 2, 29)
print(d0 + dt.timedelta(days=365), d0.replace(year=2028), d0.isocalendar(), d0.strftime("%A %d %B %Y %j %U"), d0.toordinal())
t0 = dt.datetime(2024, 3, 10, 1, 30, tzinfo=dt.timezone(dt.timedelta(hours=-5), "EST"))
print(t0, t0.astimezone(dt.timezone.utc), repr(t0), t0.isoformat(timespec="milliseconds"), dt.datetime.fromisoformat("2024-01-02T03:04:05.678+02:00"))
print(dt.datetime.strptime("12/Mar/2023:10:11:12 +0100", "%d/%b/%Y:%H:%M:%S %z"), dt.timedelta(days=-1, seconds=5), repr(dt.timedelta(1, 2, 3)), divmod(dt.timedelta(hours=5), dt.timedelta(minutes=90)))
print(calendar.month(2024, 2)); print(calendar.monthrange(2023, 2), calendar.isleap(2100))
print(textwrap.fill("The quick brown fox jumps over the lazy dog and runs away from it, quickly.", 30, initial_indent="* ", subsequent_indent="  "))
print(textwrap.dedent("""
    a
      b
    c"""), textwrap.shorten("hello there world", 12), string.Template("$a ${b} $$ $c").safe_substitute(a=1, b=2))
LOG = '''127.0.0.1 - - [10/Oct/2000:13:55:36 -0700] "GET /a.gif HTTP/1.0" 200 2326
10.0.0.1 - bob [10/Oct/2000:13:56:00 -0700] "POST /b HTTP/1.1" 404 -'''
rx = re.compile(r'''(?P<ip>\S+)\s\S+\s(?P<user>\S+)\s\[(?P<when>[^]]+)\]\s"(?P<method>[A-Z]+)\s(?P<path>\S+)[^"]*"\s(?P<status>\d{3})\s(?P<size>\d+|-)''', re.X | re.M)
for m in rx.finditer(LOG):
    print(m.groupdict(), m.span("path"), m.lastgroup, m)
print(re.sub(r"(\w+)@(\w+)", r"\2 at \g<1>", "joe@home ann@work"), re.split(r"([,;])\s*", "a, b;c"), re.findall(r"(?i)\b[aeiou]\w*", "Apple is on Under tree"))
try: re.compile("(a[")
except re.error as e: print(e, e.pos)
