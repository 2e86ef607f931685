#!/bin/bash
# Compares Moray with CPython 3.12 on random cases: the scripts beside this one, each of which says what it draws.
#
#   tests/differential/run.sh MORAY [seed [count [script...]]]
#
# Seed 1 and 20,000 cases each, if nothing is said. Of a script whose digests differ the first differing lines are shown. Without a CPython 3.12
# (${ORACLE:-python3.12}) there is nothing to compare; the stored digests of 2,000 cases are tests of their own.
set -u
moray=$(realpath "${1:?the path of moray}")
seed=${2:-1} count=${3:-20000}
shift $(($# < 3 ? $# : 3))
cd "$(dirname "$0")" || exit 2
oracle=${ORACLE:-python3.12}
export TZ=UTC LC_ALL=C.UTF-8 PYTHONDONTWRITEBYTECODE=1
unset PYTHONPATH PYTHONSTARTUP
if [ "$("$oracle" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null)" != 3.12 ]; then
    echo "differential: $oracle is not a CPython 3.12; nothing was compared"
    echo "0 passed, 0 failed"
    exit 0
fi
[ $# -gt 0 ] || set -- [!_]*.py
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0
for script; do
    "$oracle" "$script" "$seed" "$count" >"$work/theirs" 2>&1
    "$moray" "$script" "$seed" "$count" >"$work/ours" 2>&1
    if cmp -s "$work/theirs" "$work/ours"; then
        passed=$((passed + 1))
        continue
    fi
    failed=$((failed + 1))
    echo "FAIL $script $seed $count: $(diff "$work/theirs" "$work/ours" | grep -c '^< *[0-9]') lines of digests differ"
    "$oracle" "$script" "$seed" "$count" lines >"$work/theirs" 2>&1
    "$moray" "$script" "$seed" "$count" lines >"$work/ours" 2>&1
    diff "$work/theirs" "$work/ours" | grep -a '^[<>]' | cut -c 1-400 | head -n "${SHOW:-8}"
done
echo "$passed passed, $failed failed"
[ $failed = 0 ]
