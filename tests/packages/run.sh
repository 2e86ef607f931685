#!/bin/sh
# Runs scripts that use pure-Python packages of Debian, unmodified, and compares what they print with what CPython printed.
#
#   tests/packages/run.sh [moray]       a package that is not installed is left out with a note
#
# MORAYPATH is a folder with links to just these packages, so that nothing else of Debian's python3 is seen. The stored outputs are CPython's with
# the same packages; `--write python3.12` stores them anew.
set -u
here=$(cd "$(dirname "$0")" && pwd)
write=no
if [ "${1:-}" = --write ]; then
    write=yes
    shift
fi
moray=$(realpath "${1:-$here/../../build/moray}" 2>/dev/null) || moray=$1
[ -x "$moray" ] || moray=$(command -v "${1:-moray}") || { echo "no such interpreter: ${1:-moray}" >&2; exit 2; }
debian=/usr/lib/python3/dist-packages
links=$(mktemp -d)
trap 'rm -rf "$links"' EXIT
for name in attr attrs tabulate.py toolz tlz click jinja2 markupsafe yaml more_itertools; do
    [ -e "$debian/$name" ] && ln -s "$debian/$name" "$links/$name"
done
passed=0 failed=0
for script in "$here"/use_*.py; do
    stem=${script%.py}
    package=${stem##*/use_}
    if [ ! -e "$links/$package" ] && [ ! -e "$links/$package.py" ]; then
        echo "packages: $package is not installed, left out"
        continue
    fi
    MORAYPATH=$links PYTHONPATH=$links PYTHONDONTWRITEBYTECODE=1 NO_COLOR=1 timeout 60 "$moray" "$script" >"$links/out" 2>&1 </dev/null
    if [ $write = yes ]; then
        cp "$links/out" "$stem.expected"
    elif cmp -s "$links/out" "$stem.expected"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAIL $package"
        diff "$stem.expected" "$links/out" | head -n 10
    fi
done
echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
