#!/bin/bash
# Runs every script of tests/async once more, and looks for handles, futures, tasks, timers, watchers and the like that are left when the script
# has ended and all that it kept has been thrown away (_check.py does that). Nothing may be. The scripts of leaky/ do leave something: that
# they are found out shows that the check works.
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
results=$(printf '%s\n' *"${2:-}"*.py | grep -v '^_' | xargs -P "${J:-2}" -I{} bash -c 'one "$@"' one {} "$moray" "$check")
grep '^failed' <<<"$results"
failed=$(grep -c '^failed' <<<"$results")
for leaky in ../leaks/leaky/*.py; do
    case $(one "$leaky" "$moray" "$check") in
    failed*) results+=$'\npassed' ;;
    *) echo "failed: nothing was found of what $leaky leaves"; failed=$((failed + 1)) ;;
    esac
done
echo "$(grep -c '^passed' <<<"$results") passed, $failed failed"
[ "$failed" = 0 ]
