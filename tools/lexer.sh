#!/bin/sh
# Makes lexer/lexer.c from lexer/lexer.re; with --check only tells whether the checked-in file is current.
# The generator's version is left out of the output, so that another release of re2c does not change it by that alone.
set -eu
cd "$(dirname "$0")/.."
out=lexer/lexer.c
if [ "${1:-}" = --check ]; then out=$(mktemp); trap 'rm -f "$out"' EXIT; fi
re2c -W -i --no-generation-date --no-version -o "$out" lexer/lexer.re
if [ "${1:-}" = --check ]; then cmp "$out" lexer/lexer.c || { echo "lexer/lexer.c is not current: run tools/lexer.sh" >&2; exit 1; }; fi
