# values of all actions and nargs, abbreviations, groups, subcommands, errors with their exit status
import argparse
import contextlib
import io
import sys


def run(parser, line, method="parse_args"):
    err = io.StringIO()
    out = io.StringIO()
    try:
        with contextlib.redirect_stderr(err), contextlib.redirect_stdout(out):
            result = getattr(parser, method)(line.split())
        print(line, "->", result)
    except SystemExit as stop:
        print(line, "-> exit", stop.code)
        print(out.getvalue() + err.getvalue(), end="")
    except Exception as error:
        print(line, "->", type(error).__name__, error)


p = argparse.ArgumentParser(prog="prog")
p.add_argument("first")
p.add_argument("rest", nargs="*", type=int)
p.add_argument("-n", "--number", type=int, default=3)
p.add_argument("-f", "--flag", action="store_true")
p.add_argument("-F", "--no-flag", dest="flag", action="store_false")
p.add_argument("-v", action="count", default=0)
p.add_argument("-a", "--add", action="append")
p.add_argument("-e", "--extend", action="extend", nargs="+")
p.add_argument("-c", action="store_const", const=42)
p.add_argument("--ac", action="append_const", const="x", dest="consts")
p.add_argument("-p", nargs=2, metavar=("X", "Y"), type=float)
p.add_argument("-o", nargs="?", const="const", default="default")
p.add_argument("--choice", choices=["red", "green", "blue"])
p.add_argument("--feature", action=argparse.BooleanOptionalAction)
p.add_argument("--version", action="version", version="%(prog)s 1.0")
for line in ("x", "x 1 2 3", "x -n 5 1 2", "-n5 x", "--number=7 x", "--num 8 x", "-vvv x -f", "-vfn3 x", "x -a 1 -a 2 --add=3", "x -e a b -e c",
             "x -c --ac --ac", "x -p 1 2.5", "x -o", "x -o v", "x --choice red", "x --feature", "x --no-feature", "x -F", "-- -x", "x -- -1 -2", "x -1 -2",
             "", "x -n", "x -n q", "x --choice pink", "x y", "x --unknown", "x -p 1", "x -e", "--version", "x --flag=3", "x --no", "x -z", "x -fq",
             "x --ch red 1"):
    run(p, line)
run(p, "x -q 1 --zz", "parse_known_args")
run(p, "1 -n 2 2 3", "parse_intermixed_args")
print(p.get_default("number"), p.get_default("nothing"))
p.set_defaults(number=9, other="o")
run(p, "x")

g = argparse.ArgumentParser(prog="groups")
m = g.add_mutually_exclusive_group()
m.add_argument("--quiet", action="store_true")
m.add_argument("--loud", action="store_true")
r = g.add_mutually_exclusive_group(required=True)
r.add_argument("-x", type=int)
r.add_argument("-y", type=int)
for line in ("-x 1", "-x 1 --quiet", "-x 1 -y 2", "--quiet --loud -x 1", "--quiet"):
    run(g, line)

s = argparse.ArgumentParser(prog="sub")
s.add_argument("--top", action="store_true")
commands = s.add_subparsers(dest="command", required=True, metavar="CMD", help="what to do")
one = commands.add_parser("one", help="first command", aliases=["o"])
one.add_argument("value", type=int)
one.set_defaults(func="one")
two = commands.add_parser("two", description="The second.")
two.add_argument("--opt")
two.add_argument("args", nargs=argparse.REMAINDER)
for line in ("one 3", "--top o 4", "two --opt 5 a -b c", "", "three", "one", "one x", "two -h", "one 3 4"):
    run(s, line)

t = argparse.ArgumentParser(prog="types", exit_on_error=False, argument_default=argparse.SUPPRESS, allow_abbrev=False)


def even(text):
    if int(text) % 2:
        raise argparse.ArgumentTypeError(f"{text} is odd")
    return int(text)


t.add_argument("--even", type=even)
t.add_argument("--long-name", type=lambda s: s.upper())
t.add_argument("--str-default", default="5", type=int)
for line in ("--even 4", "--even 3", "--even x", "--long x", "--long-name x", ""):
    run(t, line)
n = argparse.ArgumentParser(prog="numbers")
n.add_argument("-1", dest="one", action="store_true")
n.add_argument("x", nargs="?")
for line in ("-1", "-2", "5 -1", "-1 -- -2"):
    run(n, line)
for words in (("-a", "x"), ("a", "b"), ()):
    try:
        argparse.ArgumentParser().add_argument(*words)
    except Exception as error:
        print(type(error).__name__, error)
for kwargs in ({"action": "nope"}, {"type": "x"}, {"nargs": 0}, {"const": 1}, {"nargs": 2, "metavar": ("A",)}, {"required": True, "bad": 1}):
    try:
        argparse.ArgumentParser().add_argument("--x", **kwargs)
    except Exception as error:
        print(type(error).__name__, error)
for f in (lambda: p.add_argument("-n"), lambda: p.add_argument("pos", required=True), lambda: p.add_argument("pos", dest="q"),
          lambda: m.add_argument("--must", required=True), lambda: argparse.ArgumentParser(conflict_handler="x")):
    try:
        f()
    except Exception as error:
        print(type(error).__name__, error)
ns = argparse.Namespace(a=1, b="x")
print(ns, ns == argparse.Namespace(b="x", a=1), "a" in ns, vars(ns), argparse.Namespace(**{"not name": 1}))
print(p.add_argument("--last", help="h"))
print(argparse.ArgumentParser(prog="r"))
parent = argparse.ArgumentParser(add_help=False)
parent.add_argument("--shared", default=1)
child = argparse.ArgumentParser(prog="child", parents=[parent], conflict_handler="resolve", prefix_chars="-+")
child.add_argument("+p", "--shared")
run(child, "+p 3")
run(child, "-h")
