#!/bin/bash
# Runs the everyday operations of cases.py on moray and CPython, interleaved, and prints the time of each with its ratio.
#
#   bench/micro/run.sh [-r rounds] [-b bound] [-n name] [group...]
#
# All groups by default. -b: only cases whose ratio is below the bound are printed; -n: only cases whose name is this or begins so.
# Environment: MORAY (build/moray), PY (/usr/bin/python3: an optimised CPython). Both run side by side and take turns, a sample of
# some 20 ms of CPU time each; the least of the rounds counts. A ratio above 1 means that moray is faster.
set -u
here=$(cd "$(dirname "$0")" && pwd)
moray=${MORAY:-$here/../../build/moray} py=${PY:-/usr/bin/python3} rounds=5 bound=0 prefix=
while getopts r:b:n: option; do
    case $option in
    r) rounds=$OPTARG ;;
    b) bound=$OPTARG ;;
    n) prefix=$OPTARG ;;
    *) exit 2 ;;
    esac
done
shift $((OPTIND - 1))
[ -x "$moray" ] || { echo "run.sh: $moray is not there; build it first" >&2; exit 2; }
command -v "$py" >/dev/null || { echo "run.sh: no $py" >&2; exit 2; }
export PYTHONDONTWRITEBYTECODE=1
mapfile -t cases < <("$moray" "$here/measure.py")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkfifo "$work/to_moray" "$work/from_moray" "$work/to_py" "$work/from_py"

leave() {
    exec 3>&- 4<&- 5>&- 6<&-
    wait
}

printf '%-14s %-28s %12s %12s %9s\n' group operation 'moray ns' 'python3 ns' x/python3
running= failed=0
for line in "${cases[@]}"; do
    group=${line%%$'\t'*} name=${line#*$'\t'}
    if [ $# != 0 ] && [[ " $* " != *" $group "* ]] || [[ $name != "$prefix"* ]]; then continue; fi
    if [ "$running" != "$group" ]; then
        [ -z "$running" ] || leave
        "$moray" "$here/measure.py" "$group" <"$work/to_moray" >"$work/from_moray" &
        exec 3>"$work/to_moray" 4<"$work/from_moray"
        "$py" "$here/measure.py" "$group" <"$work/to_py" >"$work/from_py" 3>&- &
        exec 5>"$work/to_py" 6<"$work/from_py"
        running=$group
    fi
    samples=
    for ((round = 0; round < rounds; round++)); do
        echo "$name" >&3 && read -r a <&4 || a='- died'
        echo "$name" >&5 && read -r b <&6 || b='- died'
        if [[ $a == -* || $b == -* ]]; then
            printf '%-14s %-28s moray: %s, python3: %s\n' "$group" "$name" "$a" "$b"
            failed=1 samples=
            break
        fi
        samples+="$a $b"$'\n'
    done
    [ -z "$samples" ] || awk -v group="$group" -v name="$name" -v bound="$bound" -v sums="$work/sums" '
        NF == 2 { if (!n++ || $1 < a) a = $1; if (n == 1 || $2 < b) b = $2 }
        END {
            ratio = a > 0 ? b / a : 1
            print (ratio > 0 ? log(ratio) : 0) >>sums
            if (!bound || ratio < bound) printf "%-14s %-28s %12.1f %12.1f %9.2f\n", group, name, a, b, ratio
        }' <<<"$samples"
done
[ -z "$running" ] || leave
echo
[ ! -s "$work/sums" ] || awk '{ s += $1; n++; if ($1 < 0) slower++ } END { printf "geomean over python3: %.2f (of %d, %d of them slower)\n", exp(s / n), n, slower }' "$work/sums"
exit $failed
