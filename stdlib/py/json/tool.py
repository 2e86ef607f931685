"""python -m json.tool: check JSON and print it in a readable layout."""

import argparse
import json
import sys
from pathlib import Path


def _parser():
    parser = argparse.ArgumentParser(prog='python -m json.tool',
                                     description='A simple command line interface for json module to validate and pretty-print JSON objects.')
    parser.add_argument('infile', nargs='?', type=argparse.FileType(encoding='utf-8'), default=sys.stdin,
                        help='a JSON file to be validated or pretty-printed')
    parser.add_argument('outfile', nargs='?', type=Path, default=None, help='write the output of infile to outfile')
    parser.add_argument('--sort-keys', action='store_true', default=False, help='sort the output of dictionaries alphabetically by key')
    parser.add_argument('--no-ensure-ascii', dest='ensure_ascii', action='store_false', help='disable escaping of non-ASCII characters')
    parser.add_argument('--json-lines', action='store_true', default=False,
                        help='parse input using the JSON Lines format. Use with --no-indent or --compact to produce valid JSON Lines output.')
    layout = parser.add_mutually_exclusive_group()
    layout.add_argument('--indent', default=4, type=int,
                        help='separate items with newlines and use this number of spaces for indentation')
    layout.add_argument('--tab', action='store_const', dest='indent', const='\t',
                        help='separate items with newlines and use tabs for indentation')
    layout.add_argument('--no-indent', action='store_const', dest='indent', const=None, help='separate items with spaces rather than newlines')
    layout.add_argument('--compact', action='store_true', help='suppress all whitespace separation (most compact)')
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
