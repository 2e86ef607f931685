#!/bin/bash
# Runs the benchmarks on moray, CPython and Lua, interleaved, and prints ratios.
#
#   bench/run.sh [-r rounds] [name...]      all of bench/*.py by default; a name is a file without its ending
#
# Benchmarks named async_* run a third time where the interpreter has the module uvloop: with uvloop as python3's event loop.
#
# Environment: MORAY (build/moray), PY (/usr/bin/python3: an optimised CPython), LUA (lua5.4). Each round runs A, B, C one after
# the other, so that a busy machine is busy for all of them; the best of the rounds counts. Wall-clock time of the whole process.
# A ratio above 1 means that moray is faster. Before a time counts, the outputs must agree (lines that begin with # aside).
set -u
here=$(cd "$(dirname "$0")" && pwd)
moray=${MORAY:-$here/../build/moray} py=${PY:-/usr/bin/python3} lua=${LUA:-lua5.4} rounds=3
if [ "${1:-}" = -r ]; then
    rounds=$2
    shift 2
fi
[ -x "$moray" ] || { echo "run.sh: $moray is not there; build it first" >&2; exit 2; }
command -v "$py" >/dev/null || { echo "run.sh: no $py" >&2; exit 2; }
command -v "$lua" >/dev/null || lua=
uvloop=
"$py" -c 'import uvloop' 2>/dev/null && uvloop='import runpy, sys, uvloop; uvloop.install(); runpy.run_path(sys.argv[1], run_name="__main__")'
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

# Times "$@" into the variable `took` in microseconds, with stdout in $work/out; a failure leaves took empty.
clock() {
    local start=${EPOCHREALTIME/[.,]/} status
    timeout 120 "$@" >"$work/out" 2>"$work/err"
    status=$?
    took=$((${EPOCHREALTIME/[.,]/} - start))
    [ $status = 0 ] || took=
}

# best OLD NEW: the smaller of two, either of which may be empty.
best() {
    if [ -z "$1" ] || { [ -n "$2" ] && [ "$2" -lt "$1" ]; }; then echo "$2"; else echo "$1"; fi
}

ratio() { awk -v a="$1" -v b="$2" 'BEGIN { if (a > 0 && b > 0) printf "%.2f", a / b; else printf "-" }'; }
millis() { awk -v a="$1" 'BEGIN { if (a > 0) printf "%.0f", a / 1000; else printf "-" }'; }
geomean() { awk '$1 > 0 { s += log($1); n++ } END { if (n) printf "%.2f (of %d)", exp(s / n), n; else printf "-" }' "$1"; }

if [ $# = 0 ]; then
    for file in "$here"/*.py; do
        name=$(basename "$file" .py)
        set -- "$@" "$name"
    done
fi
touch "$work/compute" "$work/async" "$work/lua"
touch "$work/uvloop"
printf '%-16s %9s %9s %9s %9s %9s %9s %9s  %s\n' benchmark moray python3 uvloop lua x/python3 x/uvloop x/lua notes
for name; do
    a='' b='' c='' d='' note=''
    for ((round = 0; round < rounds; round++)); do
        clock "$moray" "$here/$name.py"
        a=$(best "$a" "$took")
        [ -n "$took" ] || { note="moray failed: $(tail -1 "$work/err" | cut -c1-80)"; failed=1; break; }
        grep -v '^#' "$work/out" >"$work/moray.out"
        note=$(grep '^#' "$work/out" | tr -d '#')
        clock "$py" "$here/$name.py"
        b=$(best "$b" "$took")
        [ -n "$took" ] || { note="$note $py failed"; break; }
        if ! grep -v '^#' "$work/out" | cmp -s - "$work/moray.out"; then
            note="OUTPUT DIFFERS from $py" a='' failed=1
            break
        fi
        if grep -q '^#' "$work/out"; then note="$note (python3:$(grep '^#' "$work/out" | tr -d '#'))"; fi
        if [ -n "$uvloop" ] && [[ $name == async_* ]]; then
            clock "$py" -c "$uvloop" "$here/$name.py"
            d=$(best "$d" "$took")
        fi
        if [ -n "$lua" ] && [ -f "$here/$name.lua" ]; then
            clock "$lua" "$here/$name.lua"
            c=$(best "$c" "$took")
            cmp -s "$work/out" "$work/moray.out" || note="$note (lua prints otherwise)"
        fi
    done
    to_py=$(ratio "$b" "$a") to_lua=$(ratio "$c" "$a") to_uvloop=$(ratio "$d" "$a")
    printf '%-16s %9s %9s %9s %9s %9s %9s %9s  %s\n' "$name" "$(millis "$a")" "$(millis "$b")" "$(millis "$d")" "$(millis "$c")" \
        "$to_py" "$to_uvloop" "$to_lua" "$note"
    case $name in
    async_*) echo "$to_py" >>"$work/async" ;;
    *) echo "$to_py" >>"$work/compute" ;;
    esac
    echo "$to_lua" >>"$work/lua"
    echo "$to_uvloop" >>"$work/uvloop"
done

: >"$work/empty.py"
a='' b=''
for ((round = 0; round < rounds * 20; round++)); do # without clock's `timeout`, whose own start would count
    start=${EPOCHREALTIME/[.,]/}
    "$moray" "$work/empty.py"
    end=${EPOCHREALTIME/[.,]/}
    a=$(best "$a" $((end - start)))
    start=${EPOCHREALTIME/[.,]/}
    "$py" -S -c pass
    end=${EPOCHREALTIME/[.,]/}
    b=$(best "$b" $((end - start)))
done
echo
echo "geomean over python3, compute: $(geomean "$work/compute")"
echo "geomean over python3, async:   $(geomean "$work/async")"
[ -z "$uvloop" ] || echo "geomean over uvloop, async:    $(geomean "$work/uvloop")"
echo "geomean over lua:              $(geomean "$work/lua")"
awk -v a="$a" -v b="$b" 'BEGIN { printf "start-up of an empty script: %.2f ms; python3 -S -c pass: %.2f ms; ratio %.2f\n", a / 1000, b / 1000, a ? b / a : 0 }'
exit $failed
