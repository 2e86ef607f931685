"""A command line tool with subcommands, run over several argument lists."""
import argparse, sys, json, pathlib, textwrap, io, contextlib

def positive(text):
    n = int(text)
    if n <= 0: raise argparse.ArgumentTypeError(f'{text!r} is not positive')
    return n

class KeyValue(argparse.Action):
    def __call__(self, parser, ns, values, option_string=None):
        d = getattr(ns, self.dest) or {}
        for v in values:
            k, sep, val = v.partition('=')
            if not sep: raise argparse.ArgumentError(self, f'{v!r} lacks =')
            d[k] = val
        setattr(ns, self.dest, d)

def build():
    p = argparse.ArgumentParser(prog='todo', description='Keep lists of things to do.', epilog='See the manual.', formatter_class=argparse.ArgumentDefaultsHelpFormatter, allow_abbrev=True)
    p.add_argument('--version', action='version', version='%(prog)s 1.0')
    p.add_argument('-v', '--verbose', action='count', default=0, help='more output')
    p.add_argument('--file', type=pathlib.PurePosixPath, default='todo.json', metavar='PATH', help='where to keep it')
    sub = p.add_subparsers(dest='command', required=True, title='commands', metavar='COMMAND')
    a = sub.add_parser('add', help='add one', aliases=['a'])
    a.add_argument('text', nargs='+'); a.add_argument('-p', '--priority', type=positive, choices=range(1, 6), default=3)
    a.add_argument('--tag', action='append', default=[]); a.add_argument('--set', nargs='*', action=KeyValue, dest='extra')
    l = sub.add_parser('list', help='show them')
    g = l.add_mutually_exclusive_group(); g.add_argument('--done', action='store_true'); g.add_argument('--open', dest='open_', action='store_const', const='yes')
    l.add_argument('--color', action=argparse.BooleanOptionalAction, default=True)
    l.add_argument('pattern', nargs='?', default='*')
    d = sub.add_parser('do', help='finish'); d.add_argument('ids', type=int, nargs='*'); d.add_argument('rest', nargs=argparse.REMAINDER)
    return p

lines = ['add buy milk -p 2 --tag home --tag food', 'a x --set k=1 m=2', 'list --open', 'list --done --open', 'list --no-color foo*', 'add', '', 'do 1 2 3', 'do 1 x', 'add y -p 9', 'add y -p -3', 'add y -p zero',
         '--version', '--help', 'add --help', 'list -h', '-vvv --file=/a/b list', 'nope', 'add z --set k', '--verb list', '--ver list', 'list a b', 'do 1 -- -x']
for line in lines:
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try: r = vars(build().parse_args(line.split()))
        except SystemExit as e: r = f'exit {e.code}'
    print('$', line); print(r); print(out.getvalue(), end=''); print(err.getvalue(), end='')
p = argparse.ArgumentParser(prog='x', usage='%(prog)s [opts] FILE', add_help=False, exit_on_error=False, argument_default=argparse.SUPPRESS, fromfile_prefix_chars='@', prefix_chars='-+')
p.add_argument('+x', action='store_true'); p.add_argument('-n', type=float); p.add_argument('file', type=str.upper)
print(p.parse_args(['+x', 'abc']), p.parse_known_args(['f', '--zz', '-n', '1.5']))
try: p.parse_args(['-n', 'q', 'f'])
except argparse.ArgumentError as e: print(repr(e.argument_name), e)
p.print_help(); p.print_usage()
ns = argparse.Namespace(a=1, b=[2]); print(ns, ns == argparse.Namespace(a=1, b=[2]), 'a' in ns)
