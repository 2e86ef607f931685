"""python -m json.tool: check JSON and print it in a readable layout."""

import argparse
import json
import sys
from pathlib import Path


def _parser():
    parser = argparse.ArgumentParser(prog='python -m json.tool',
                                     description='Checks JSON and lays it out for reading.')
    parser.add_argument('infile', nargs='?', type=argparse.FileType(encoding='utf-8'), default=sys.stdin,
                        help='where the JSON is read from; standard input by default')
    parser.add_argument('outfile', nargs='?', type=Path, default=None, help='where the result goes; standard output by default')
    parser.add_argument('--sort-keys', action='store_true', default=False, help='members of objects in the order of their keys')
    parser.add_argument('--no-ensure-ascii', dest='ensure_ascii', action='store_false', help='write characters beyond ASCII as they are')
    parser.add_argument('--json-lines', action='store_true', default=False,
                        help='every line is a document of its own; --compact or --no-indent gives such lines again')
    layout = parser.add_mutually_exclusive_group()
    layout.add_argument('--indent', default=4, type=int,
                        help='each item on its own line, moved in by this many spaces')
    layout.add_argument('--tab', action='store_const', dest='indent', const='\t',
                        help='each item on its own line, moved in by tabs')
    layout.add_argument('--no-indent', action='store_const', dest='indent', const=None, help='all on a line, with spaces behind commas and colons')
    layout.add_argument('--compact', action='store_true', help='all on a line, without any space')
    return parser


def main():
    """Read the arguments of the command line and do what they say."""
    options = _parser().parse_args()
    form = {'sort_keys': options.sort_keys, 'indent': options.indent, 'ensure_ascii': options.ensure_ascii}
    if options.compact:
        form.update(indent=None, separators=(',', ':'))
    with options.infile as infile:
        try:
            values = map(json.loads, infile) if options.json_lines else [json.load(infile)]
            with sys.stdout if options.outfile is None else options.outfile.open('w', encoding='utf-8') as outfile:
                for value in values:
                    json.dump(value, outfile, **form)
                    outfile.write('\n')
        except ValueError as error:
            raise SystemExit(error)


if __name__ == '__main__':
    try:
        main()
    except BrokenPipeError as error:
        sys.exit(error.errno)
