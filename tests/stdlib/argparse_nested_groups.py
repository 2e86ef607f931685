import argparse
import os
import tempfile
import warnings

warnings.simplefilter('always')


def shown(build, **options):
    parser = argparse.ArgumentParser(prog='PROG', **options)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        build(parser)
    print(parser.format_help(), *[f"{w.category.__name__}: {w.message}" for w in caught], sep='\n')
    return parser


def nested(required):
    def build(parser):
        outer = parser.add_mutually_exclusive_group(required=required)
        outer.add_argument('-a')
        outer.add_argument('--bee', action='store_true')
        inner = outer.add_mutually_exclusive_group(required=required)
        inner.add_argument('-c', nargs='?')
        inner.add_argument('-d', nargs=2, metavar=('X', 'Y'))
        last = inner.add_mutually_exclusive_group(required=required)
        last.add_argument('-e', help='seen')
        last.add_argument('-f', choices='pq')
    return build


for required in (False, True):
    shown(nested(required))


def groups(parser):
    first = parser.add_argument_group('first', 'about the first')
    one = first.add_mutually_exclusive_group(required=True)
    one.add_argument('--x', help='x\u00a0stays\u00a0together with its words ' * 4)
    one.add_argument('place', nargs='?')
    second = first.add_argument_group('second')
    second.add_argument('--y')
    half = parser.add_mutually_exclusive_group()
    half.add_argument('--shown')
    half.add_argument('--unseen', help='seen')


parser = shown(groups, description='tabs\tand\nlines   and\u2003wide blanks')
print(parser.parse_args(['--x', '1']), parser.parse_args(['p', '--y', '2']))
for arguments in ([], ['--x', '1', 'p'], ['--shown', '1', '--unseen', '2'], ['--y']):
    try:
        argparse.ArgumentParser.exit = lambda self, status=0, message=None: (_ for _ in ()).throw(SystemExit(message))
        parser.parse_args(arguments)
    except SystemExit as error:
        print(repr(str(error)))


def flags(parser):
    parser.add_argument('--old', action=argparse.BooleanOptionalAction, type=str, choices=[1], metavar='M', help='old %(default)s', default=True)
    parser.add_argument('--new', action=argparse.BooleanOptionalAction)


print(shown(flags).parse_args(['--no-old', '--new']))
with tempfile.TemporaryDirectory() as top:
    os.chdir(top)
    with open('args', 'wb') as file:
        file.write(b'--name\n\xe7a\nrest \xc3\xa9\n')
    parser = argparse.ArgumentParser(prog='PROG', fromfile_prefix_chars='@')
    parser.add_argument('--name')
    parser.add_argument('rest', nargs='*')
    print(ascii(parser.parse_args(['@args', 'more'])))
    os.chdir('/')
