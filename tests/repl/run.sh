#!/bin/sh
# Tests of the prompt on a pseudo-terminal: every case of tests/repl/*.case, told in the head of drive.c.
#
#   tests/repl/run.sh [MORAY] [-k PART]        build/moray by default; PART of a case's or a file's name
here=$(cd "$(dirname "$0")" && pwd)
moray=$here/../../build/moray
case ${1:-} in */*)
    moray=$1
    shift
esac
drive=$(dirname "$moray")/tests/drive
[ -x "$drive" ] || ${CC:-cc} -std=gnu11 -Wall -Wextra -O1 -g "$here/drive.c" "$here/screen.c" -o "$drive" -lutf8proc -lutil || exit 2
exec "$drive" "$moray" "$here"/*.case "$@"
