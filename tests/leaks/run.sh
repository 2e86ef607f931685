#!/bin/bash
# Runs every script of tests/async once more, and looks for handles, futures and tasks that are left when the script has ended and all that
# it kept has been thrown away (_check.py does that). Nothing may be.
#
#   tests/leaks/run.sh MORAY [part-of-a-name]
#
# What a script prints is no matter here: tests/run.c compares it.
set -u
moray=$(realpath "${1:?the path of moray}")
cd "$(dirname "$0")/../async" || exit 2
check=$PWD/../leaks/_check.py
one() {
    local input=/dev/null said
    [ -f "${1%.py}.in" ] && input=${1%.py}.in
    said=$(timeout 60 "$2" "$3" "$1" <"$input" 2>&1) && { echo passed; return; }
    echo "failed $1: $(tail -1 <<<"$said")"
}
export -f one
results=$(printf '%s\n' [!_]*"${2:-}"*.py | xargs -P "${J:-2}" -I{} bash -c 'one "$@"' one {} "$moray" "$check")
grep '^failed' <<<"$results"
failed=$(grep -c '^failed' <<<"$results")
echo "$(grep -c '^passed' <<<"$results") passed, $failed failed"
[ "$failed" = 0 ]
