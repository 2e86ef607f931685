import argparse, contextlib, io
def run(p, *lines):
    for line in lines:
        err = io.StringIO()
        try:
            with contextlib.redirect_stderr(err), contextlib.redirect_stdout(err): value = p.parse_args(line.split())
            print(line, "->", {k: v for k, v in vars(value).items() if not callable(v)})
        except SystemExit as e: print(line, "-> exit", e.code); print(err.getvalue())
p = argparse.ArgumentParser(prog="git"); p.add_argument("--verbose", action="store_true")
s = p.add_subparsers(dest="cmd", required=True, title="commands", description="what to do", help="one of", metavar="CMD")
a = s.add_parser("add", help="adds", aliases=["a"]); a.add_argument("paths", nargs="+"); a.set_defaults(func=print)
b = s.add_parser("commit", help="commits", description="Commits it."); b.add_argument("-m", required=True); g = b.add_mutually_exclusive_group(); g.add_argument("--amend", action="store_true"); g.add_argument("--new", action="store_true")
p.print_help(); b.print_help()
run(p, "", "add x y", "a z", "commit -m t --amend", "commit -m t --amend --new", "commit", "nope", "--verbose add q", "add", "commit -h", "add x --bad")
q = argparse.ArgumentParser(prog="p", add_help=False, prefix_chars="-+", fromfile_prefix_chars="@", argument_default=argparse.SUPPRESS, allow_abbrev=False, usage="%(prog)s [x]", formatter_class=argparse.RawDescriptionHelpFormatter, description="a\n  b", conflict_handler="resolve")
q.add_argument("+x", "++xx", type=int); q.add_argument("-y"); q.add_argument("-y", help="again"); gr = q.add_argument_group("group", "its text"); gr.add_argument("--in", dest="inside", metavar="IN"); m = q.add_mutually_exclusive_group(required=True); m.add_argument("--a"); m.add_argument("--b"); q.print_help()
run(q, "+x 5 --a 1", "--b 2 -y 3 ++xx 7", "--a 1 --b 2", "", "--aa 5")
for cls in (argparse.ArgumentDefaultsHelpFormatter, argparse.MetavarTypeHelpFormatter, argparse.RawTextHelpFormatter):
    r = argparse.ArgumentParser(prog="r", formatter_class=cls, description="words " * 20); r.add_argument("--num", type=int, default=4, help="a\n  number " * 8); r.add_argument("pos", type=str, help="it"); r.print_help()
parent = argparse.ArgumentParser(add_help=False); parent.add_argument("--common"); run(argparse.ArgumentParser(prog="child", parents=[parent]), "--common 1", "-h")
for f in (lambda: p.add_argument("-h"), lambda: p.add_argument("x", required=True), lambda: p.add_argument("--q", action="nope"), lambda: p.add_argument("--q", type="int"), lambda: p.add_argument("--q", nargs=0), lambda: p.add_argument(), lambda: p.add_argument("--two", nargs=2, metavar=("A",)), lambda: p.add_argument("--c", action="store_true", nargs=1), lambda: m.add_argument("pos"), lambda: p.add_argument("--x", dest="d e", choices=5)):
    try: print(f().__class__.__name__)
    except BaseException as e: print(type(e).__name__, e)
e = argparse.ArgumentParser(exit_on_error=False); e.add_argument("--n", type=int)
try: e.parse_args(["--n", "x"])
except argparse.ArgumentError as err: print(err, err.argument_name, err.message)
def odd(s): raise argparse.ArgumentTypeError("never good")
o = argparse.ArgumentParser(prog="o"); o.add_argument("v", type=odd); run(o, "x"); print(argparse.Namespace(b=1, a=2), argparse.Namespace(a=1) == argparse.Namespace(a=1), "a" in argparse.Namespace(a=1))
long = argparse.ArgumentParser(prog="prog-with-a-very-long-name"); [long.add_argument(f"--option-number-{i}", metavar="VALUE") for i in range(8)]; long.add_argument("positional-argument-with-long-name", nargs="+", help="help " * 30); long.print_help()
