import argparse, sys
def build():
    p = argparse.ArgumentParser(prog="tool", description="A tool.", epilog="bye")
    p.add_argument("file", nargs="?", default="-", help="the file")
    p.add_argument("-v", "--verbose", action="count", default=0)
    p.add_argument("-n", "--num", type=int, default=3, metavar="N", help="a number (default: %(default)s)")
    p.add_argument("--mode", choices=["fast", "slow"], default="fast")
    p.add_argument("--flag", action=argparse.BooleanOptionalAction)
    p.add_argument("-I", dest="inc", action="append")
    g = p.add_mutually_exclusive_group(); g.add_argument("--json", action="store_true"); g.add_argument("--xml", action="store_true")
    p.add_argument("--version", action="version", version="%(prog)s 1.0")
    return p
for a in ([], ["x", "-vv", "-n5", "--mode=slow", "--no-flag", "-I", "a", "-Ib"], ["-n", "x"], ["--mode", "q"], ["--json", "--xml"], ["--nope"], ["a", "b"], ["-h"], ["--version"], ["--verb"], ["--", "-x"]):
    try: print(vars(build().parse_args(a)))
    except SystemExit as e: print("exit", e.code)
sp = argparse.ArgumentParser(prog="git"); subs = sp.add_subparsers(dest="cmd", required=True)
c = subs.add_parser("commit", help="commit it", aliases=["ci"]); c.add_argument("-m", required=True); c.set_defaults(func=lambda a: print("commit", a.m))
q = subs.add_parser("push"); q.add_argument("remote"); q.add_argument("refs", nargs="*"); q.set_defaults(func=lambda a: print("push", a.remote, a.refs))
for a in (["commit", "-m", "hi"], ["ci", "-m", "x"], ["push", "o", "a", "b"], [], ["commit"], ["foo"], ["-h"], ["push", "-h"]):
    try: ns = sp.parse_args(a); ns.func(ns)
    except SystemExit as e: print("exit", e.code)
    sys.stderr.flush(); sys.stdout.flush()
