#!/bin/bash
# Server CPU (user + system) for one TCP echo: C on libuv, Moray, CPython, and uvloop where there is one.
#
#   bench/echo/run.sh [-c connections] [-n messages] [-s size] [-r rounds]
#
# The servers take turns, `rounds` times, and the least of each counts. Rates say little on a busy machine; CPU time of the server does.
# Environment: MORAY (build/moray), PY (/usr/bin/python3).
set -u
here=$(cd "$(dirname "$0")" && pwd)
moray=${MORAY:-$here/../../build/moray} py=${PY:-/usr/bin/python3}
connections=1 messages=30000 size=64 rounds=3
while getopts c:n:s:r: option; do
    case $option in
    c) connections=$OPTARG ;; n) messages=$OPTARG ;; s) size=$OPTARG ;; r) rounds=$OPTARG ;;
    *) exit 2 ;;
    esac
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cc=${CC:-cc}
$cc -O2 -o "$work/server" "$here/server.c" -luv && $cc -O2 -o "$work/client" "$here/client.c" || exit 2
sed 's/^asyncio.run(/import uvloop; uvloop.install()\n&/' "$here/protocol.py" >"$work/uv_protocol.py"
sed 's/^asyncio.run(/import uvloop; uvloop.install()\n&/' "$here/streams.py" >"$work/uv_streams.py"

# cost NAME COMMAND...: microseconds of CPU per message, into $work/NAME if they are fewer than before.
cost() {
    local name=$1 port
    shift
    : >"$work/port"
    bash -c 'exec 3>&1; TIMEFORMAT="%U %S"; time "$@" >&3' _ "$@" >"$work/port" 2>"$work/time" &
    for _ in $(seq 100); do
        [ -s "$work/port" ] && break
        sleep 0.05
    done
    port=$(head -1 "$work/port")
    [ -n "$port" ] && "$work/client" "$port" "$connections" "$messages" "$size"
    wait
    tail -1 "$work/time" | awk -v n="$messages" -v old="$(cat "$work/$name" 2>/dev/null)" \
        '{ us = ($1 + $2) * 1e6 / n; if (old == "" || us < old) old = us; print old }' >"$work/new"
    mv "$work/new" "$work/$name"
}

for ((round = 0; round < rounds; round++)); do
    cost c "$work/server"
    cost moray_protocol "$moray" "$here/protocol.py"
    cost moray_streams "$moray" "$here/streams.py"
    cost moray_lines "$moray" "$here/lines.py"
    cost python_protocol "$py" "$here/protocol.py"
    cost python_streams "$py" "$here/streams.py"
    if "$py" -c 'import uvloop' 2>/dev/null; then
        cost uvloop_protocol "$py" "$work/uv_protocol.py"
        cost uvloop_streams "$py" "$work/uv_streams.py"
    fi
done
printf '%d connections, %d messages of %d bytes\n%-16s %8s %6s\n' "$connections" "$messages" "$size" server 'us/echo' 'x C'
for name in c moray_protocol moray_streams moray_lines python_protocol python_streams uvloop_protocol uvloop_streams; do
    [ -s "$work/$name" ] && awk -v name=$name -v c="$(cat "$work/c")" '{ printf "%-16s %8.2f %6.2f\n", name, $1, $1 / c }' "$work/$name"
done
