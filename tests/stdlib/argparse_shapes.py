import argparse, contextlib, io
def run(p, *lines):
    for line in lines:
        err = io.StringIO()
        try:
            with contextlib.redirect_stderr(err), contextlib.redirect_stdout(err): print_value = p.parse_args(line.split())
            print(line, "->", print_value)
        except SystemExit as e: print(line, "-> exit", e.code); print(err.getvalue())
p = argparse.ArgumentParser(prog="tool", description="Does things.", epilog="The end.")
p.add_argument("file", help="a file"); p.add_argument("rest", nargs="*", default=["d"]); p.add_argument("-n", "--number", type=int, default=3, metavar="N", help="how many (default: %(default)s)"); p.add_argument("-v", action="count", default=0); p.add_argument("--flag", action="store_true"); p.add_argument("--no", dest="yes", action="store_false"); p.add_argument("-c", choices=["a", "b"], help="%(choices)s"); p.add_argument("--add", action="append"); p.add_argument("--const", action="store_const", const=42); p.add_argument("--two", nargs=2, metavar=("X", "Y")); p.add_argument("--opt", nargs="?", const="C", default="D"); p.add_argument("--many", nargs="+", type=float); p.add_argument("--version", action="version", version="%(prog)s 1.0"); p.add_argument("--bool", action=argparse.BooleanOptionalAction, default=True, help="a switch"); p.add_argument("--ext", action="extend", nargs="*"); p.add_argument("--hidden", help=argparse.SUPPRESS); p.add_argument("--req", required=False, type=str.upper)
p.print_help(); p.print_usage()
run(p, "f", "f a b", "", "f -n 5 -vv --flag --no", "f -n x", "f -c z", "f -c a --add 1 --add 2", "f --two 1 2 --opt", "f --two 1", "f --opt q --many 1 2.5", "f --version", "-h", "f --unknown", "f --no-bool", "f --ext a b --ext c", "f --nu 7", "f --n 7", "f -n7", "f -n=7", "f --number=9", "f -- -x", "f --const --req abc", "f --flag=1", "f --many", "-vvv f")
print(p.parse_known_args(["f", "--zzz", "1"]), p.parse_args(["f"], argparse.Namespace(extra=1)), p.get_default("number"), p.format_usage())
