#!/bin/sh
# Tests of the command line: each tests/cli/NAME.sh is run with `moray` as a command, in an empty folder, and what it prints (stdout and stderr
# together) has to equal NAME.out.
#
#   tests/cli.sh [MORAY] [NAME...]           build/moray by default
#   tests/cli.sh --write [NAME...]           writes NAME.out from CPython 3.12 (${ORACLE:-python3.12}), or, for scripts that say "# moray only",
#                                            from ${MORAY:-build/moray}: read it before you keep it
#
# In the output the folder reads {dir}, an address 0x..., and both programs are called `moray`. Cases print statuses themselves: `run` runs
# moray and shows a status other than 0.
set -u
here=$(cd "$(dirname "$0")" && pwd)
write=no
moray=${MORAY:-$here/../build/moray} built=${MORAY:-$here/../build/moray}
if [ "${1:-}" = --write ]; then
    write=yes
    moray=$(command -v "${ORACLE:-python3.12}") || { echo "no CPython 3.12" >&2; exit 2; }
    shift
else
    case ${1:-} in */*)
        moray=$1
        shift
    esac
fi
moray=$(realpath "$moray")
[ -x "$moray" ] || { echo "$moray cannot be run" >&2; exit 2; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export MORAY="$moray" PYTHONDONTWRITEBYTECODE=1 LC_ALL=C.UTF-8
unset PYTHONPATH PYTHONSTARTUP PYTHONUNBUFFERED
prelude='moray() { timeout 20 "$MORAY" "$@"; }; run() { moray "$@"; status=$?; [ $status = 0 ] || echo "status $status"; }; exec 2>&1'

# run_case NAME: its output, made comparable, in $work/out
run_case() {
    rm -rf "$work/dir"
    mkdir "$work/dir"
    (cd "$work/dir" && sh -c "$prelude; . '$here/cli/$1.sh'" </dev/null >"$work/raw" 2>&1)
    sed -E "s|$work/dir|{dir}|g; s|0x[0-9a-f]{6,}|0x...|g; s|usage: [^ ]*|usage: moray|; s|Try .python |Try \`moray |; s|^/[^:]*/(python3?[.0-9]*\|moray): |moray: |" \
        "$work/raw" >"$work/out"
}

[ $# -gt 0 ] || set -- $(cd "$here/cli" && ls ./*.sh | sed 's|^\./||; s|\.sh$||')
passed=0 failed=0
for name; do
    if [ $write = yes ]; then
        MORAY=$moray
        grep -q '^# moray only' "$here/cli/$name.sh" && MORAY=$(realpath "$built")
        run_case "$name"
        cp "$work/out" "$here/cli/$name.out"
        continue
    fi
    run_case "$name"
    if cmp -s "$work/out" "$here/cli/$name.out"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAILED $name"
        diff "$here/cli/$name.out" "$work/out" | head -20
    fi
done
[ $write = yes ] || echo "$passed passed, $failed failed"
[ $failed = 0 ]
