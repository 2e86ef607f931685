#!/bin/bash
# Lets the Nth allocation and all after it fail, for N up to the end of each script here, and looks at what becomes of the program: it may
# end well, or in a MemoryError; it may never crash, hang, or hear of anything else.
#
#   tests/fault/run.sh MORAY [STEP]      STEP: distance of the Ns, 0 or missing for about POINTS of them
#
# MORAY_FAIL_ALLOC=N sets N. The number of allocations that a script makes is found by doubling N until the script ends as it does undisturbed.
set -uo pipefail
here=$(cd "$(dirname "$0")" && pwd)
moray=$(realpath "$1") step=${2:-0} points=${POINTS:-200}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0
cd "$here"

try() { # N: how it ended in `status`
    MORAY_FAIL_ALLOC=$1 timeout 20 "$moray" "$2" >"$work/out" 2>"$work/err" </dev/null
    status=$?
}

for script in *.py; do
    try 0 "$script"
    cp "$work/out" "$work/whole"
    if [ $status != 0 ]; then
        echo "FAIL $script: status $status undisturbed"
        failed=$((failed + 1))
        continue
    fi
    last=64
    while try $last "$script"; [ $status != 0 ] || ! cmp -s "$work/out" "$work/whole"; do
        last=$((last * 2))
        [ $last -lt 100000000 ] || break
    done
    width=$step
    [ "$width" -gt 0 ] || width=$((last / points + 1))
    bad=0
    for ((n = 1; n <= last; n += width)); do
        try $n "$script"
        case $status in
        0) continue ;;
        1 | 120) grep -qE '^[A-Za-z.]*MemoryError|out of memory' "$work/err" && continue ;; # 120: not even the output could be written
        esac
        echo "FAIL $script with MORAY_FAIL_ALLOC=$n: status $status"
        tail -n 3 "$work/err"
        bad=$((bad + 1))
        [ $bad -lt 5 ] || break
    done
    if [ $bad = 0 ]; then passed=$((passed + 1)); else failed=$((failed + 1)); fi
done
echo "$passed passed, $failed failed"
[ $failed = 0 ]
