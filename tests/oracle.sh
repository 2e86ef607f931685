#!/bin/sh
# Checks the stored outputs of the script tests against CPython 3.12, or writes them.
#
#   tests/oracle.sh [folder-or-script...]           re-run the scripts (all under tests/ by default), compare
#   tests/oracle.sh --write folder-or-script...     store what CPython prints beside the scripts
#
# The interpreter is ${ORACLE:-python3.12}; where it is missing or another version, the check is skipped with a note and succeeds.
# Writing a folder takes up the scripts in it except those of a folder `helpers`, `pkg*` or a name with a leading underscore, which
# are modules that tests import. Scripts in tests/differences, and those that say "# test: moray only", are Moray's own.
set -u
here=$(cd "$(dirname "$0")" && pwd)
oracle=${ORACLE:-python3.12}
write=no
if [ "${1:-}" = --write ]; then
    write=yes
    shift
    [ $# -gt 0 ] || { echo "usage: $0 --write folder-or-script..." >&2; exit 2; }
fi

version=$("$oracle" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null)
if [ "$version" != 3.12 ]; then
    echo "oracle: $oracle is not a CPython 3.12; the stored outputs were not checked"
    exit 0
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export TZ=UTC LC_ALL=C.UTF-8 NO_COLOR=1 PYTHONDONTWRITEBYTECODE=1
unset PYTHONPATH PYTHONSTARTUP

# run_script STEM: leaves $work/out, $work/err and the status in $status; the script's folder reads {dir} in both, an address {addr}.
run_script() {
    input=/dev/null words=
    [ -f "$1.in" ] && input=$(realpath "$1.in")
    [ -f "$1.args" ] && words=$(cat "$1.args")
    # shellcheck disable=SC2086 # the words are meant to be split
    (cd "$(dirname "$1")" && timeout 60 "$oracle" "$(basename "$1").py" $words <"$input" >"$work/out" 2>"$work/err")
    status=$?
    folder=$(cd "$(dirname "$1")" && pwd -P)
    sed -i -E "s|$folder|{dir}|g; s/ at 0x[0-9a-f]{6,}/ at {addr}/g" "$work/out" "$work/err"
}

store() {
    run_script "$1"
    cp "$work/out" "$1.out"
    default=0
    if [ -s "$work/err" ]; then
        cp "$work/err" "$1.err"
        default=1
        [ -s "$1.out" ] || rm -f "$1.out"
    else
        rm -f "$1.err"
    fi
    rm -f "$1.exit"
    [ "$status" = "$default" ] || echo "$status" >"$1.exit"
    written=$((written + 1))
}

compare() {
    run_script "$1"
    expected=0 out=/dev/null err=/dev/null
    [ -f "$1.out" ] && out=$1.out
    [ -f "$1.err" ] && expected=1 err=$1.err
    [ -f "$1.exit" ] && expected=$(cat "$1.exit")
    if cmp -s "$work/out" "$out" && cmp -s "$work/err" "$err" && [ "$status" = "$expected" ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAIL $1.py (status $status, expected $expected)"
        diff "$out" "$work/out" | head -6
        diff "$err" "$work/err" | head -6
    fi
}

[ $# -gt 0 ] || set -- "$here"
passed=0 failed=0 written=0
for target in "$@"; do
    find "$target" -name '*.py' ! -path '*/differences/*' | sort >"$work/list"
    while read -r script <&3; do
        stem=${script%.py}
        grep -q '^# test: moray only' "$script" && continue
        if [ $write = yes ]; then
            case $script in
            */helpers/* | */pkg*/* | */_*) [ -f "$stem.out" ] || [ -f "$target" ] || continue ;;
            esac
            store "$stem"
        elif [ -f "$stem.out" ] || [ -f "$stem.err" ]; then
            compare "$stem"
        fi
    done 3<"$work/list"
done
if [ $write = yes ]; then
    echo "$written written"
    exit 0
fi
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
