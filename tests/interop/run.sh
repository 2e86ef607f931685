#!/bin/bash
# Moray's asyncio against other programs on loopback: socat, CPython's asyncio and openssl, each on either side.
#
# Environment: MORAY (build/moray), PY (python3). A part whose program is missing and cannot be installed is skipped with a note. The last line
# is `N passed, N failed`.
set -u
here=$(cd "$(dirname "$0")" && pwd)
moray=$(realpath "${MORAY:-$here/../../build/moray}") py=${PY:-python3}
command -v socat >/dev/null || "$here/../../tools/deps.sh" socat >&2
work=$(mktemp -d)
trap 'rm -rf "$work"; jobs -p | xargs -r kill 2>/dev/null' EXIT
passed=0 failed=0

# verdict NAME STATUS: counts, and shows what went wrong.
verdict() {
    if [ "$2" = 0 ]; then
        passed=$((passed + 1))
        echo "ok   $1"
    else
        failed=$((failed + 1))
        echo "FAIL $1"
        sed 's/^/     /' "$work/said" "$work/server.err" | head -20
    fi
}

# serve COMMAND...: starts a server in the background; $first is the first line that it prints.
serve() {
    : >"$work/server"
    timeout 60 "$@" >"$work/server" 2>"$work/server.err" &
    server=$!
    for _ in $(seq 200); do
        [ -s "$work/server" ] && break
        sleep 0.05
    done
    first=$(head -1 "$work/server")
}

# listen_socat ADDRESS TARGET: a socat server; $first is its port.
listen_socat() {
    timeout 60 socat -d -d "$1" "$2" 2>"$work/server.err" &
    server=$!
    for _ in $(seq 200); do
        first=$(sed -n 's/.*listening on .*:\([0-9]*\)$/\1/p' "$work/server.err" | head -1)
        [ -n "$first" ] && break
        sleep 0.05
    done
}

talk() { timeout 60 "$@" >"$work/said" 2>&1; }
expected='lines ok
bulk True
many True'

# both KIND PLACE NAME SERVER CLIENT: the client's conversation with the echo server.
both() {
    local place=$2
    serve "$4" "$here/echo_server.py" "$1" 52 "$place"
    [ "$1" = unix ] || place=$first
    talk "$5" "$here/client.py" "$1" "$place"
    [ "$(cat "$work/said")" = "$expected" ] && wait "$server"
    verdict "$3" $?
}

# With itself.
both tcp '' 'moray to moray, TCP' "$moray" "$moray"
both unix "$work/unix" 'moray to moray, Unix' "$moray" "$moray"
both tls '' 'moray to moray, TLS' "$moray" "$moray"

# With CPython.
if "$py" -c 'import asyncio' 2>/dev/null; then
    both tcp '' 'moray to CPython, TCP' "$py" "$moray"
    both tcp '' 'CPython to moray, TCP' "$moray" "$py"
    both tls '' 'moray to CPython, TLS' "$py" "$moray"
    both tls '' 'CPython to moray, TLS' "$moray" "$py"
    both unix "$work/unix2" 'moray to CPython, Unix' "$py" "$moray"
    both unix "$work/unix3" 'CPython to moray, Unix' "$moray" "$py"
    serve "$moray" "$here/echo_server.py" udp 3
    talk "$py" "$here/client.py" udp "$first"
    [ "$(grep -c True "$work/said")" = 3 ]
    verdict 'CPython to moray, UDP' $?
    serve "$py" "$here/echo_server.py" udp 3
    talk "$moray" "$here/client.py" udp "$first"
    [ "$(grep -c True "$work/said")" = 3 ]
    verdict 'moray to CPython, UDP' $?
else
    echo "skip CPython: no $py"
fi

# With socat.
if command -v socat >/dev/null; then
    head -c 20000000 /dev/urandom >"$work/data"
    serve "$moray" "$here/echo_server.py" tcp 1
    timeout 60 socat -t 10 - "TCP:127.0.0.1:$first" <"$work/data" >"$work/back" 2>"$work/said"
    cmp "$work/data" "$work/back" >>"$work/said" 2>&1 && wait "$server"
    verdict 'socat to moray, TCP, 20 MB' $?

    serve "$moray" "$here/echo_server.py" unix 1 "$work/unix4"
    timeout 60 socat -t 10 - "UNIX-CONNECT:$work/unix4" <"$work/data" >"$work/back" 2>"$work/said"
    cmp "$work/data" "$work/back" >>"$work/said" 2>&1 && wait "$server"
    verdict 'socat to moray, Unix, 20 MB' $?

    serve "$moray" "$here/echo_server.py" udp 1
    echo datagram | timeout 10 socat -t 2 - "UDP:127.0.0.1:$first" >"$work/said" 2>&1
    [ "$(cat "$work/said")" = datagram ]
    verdict 'socat to moray, UDP' $?

    listen_socat TCP-LISTEN:0,bind=127.0.0.1,fork EXEC:cat
    talk "$moray" "$here/client.py" tcp "$first"
    [ "$(cat "$work/said")" = "$expected" ]
    verdict 'moray to socat, TCP' $?
    kill "$server" 2>/dev/null

    # A peer that is killed in the middle of its sending.
    serve "$moray" "$here/echo_server.py" tcp 1
    timeout 60 socat -u OPEN:/dev/zero "TCP:127.0.0.1:$first" 2>"$work/said" &
    peer=$!
    sleep 0.3
    kill -KILL "$peer" $(pgrep -P "$peer") 2>/dev/null
    wait "$peer" 2>/dev/null
    wait "$server"
    verdict 'socat killed while it sends to moray' $?
else
    echo 'skip socat: it is not there and cannot be installed'
fi

# With openssl's own client and server.
certs=$here/../stdlib/certs
if command -v openssl >/dev/null; then
    for version in -tls1_2 -tls1_3; do
        serve "$moray" "$here/echo_server.py" tls 1
        { echo 'hello there'; sleep 0.5; } | timeout 20 openssl s_client -quiet -verify_return_error -verify_hostname localhost -servername localhost \
            $version -CAfile "$certs/ca.pem" -connect "127.0.0.1:$first" >"$work/said" 2>/dev/null
        [ "$(cat "$work/said")" = 'hello there' ] && wait "$server"
        verdict "openssl s_client to moray, $version" $?

        port=$((20000 + RANDOM % 20000))
        timeout 20 openssl s_server -quiet -rev $version -cert "$certs/server.pem" -accept "127.0.0.1:$port" >"$work/server.err" 2>&1 &
        server=$!
        for ((i = 0; i < 100; i++)); do # until it listens
            grep -q ":$(printf %04X "$port") .* 0A " /proc/net/tcp && break
            sleep 0.1
        done
        talk "$moray" "$here/tls_line.py" "$port" "$certs/ca.pem"
        [ "$(cat "$work/said")" = "$(printf 'ereht olleh\nrefused')" ]
        verdict "moray to openssl s_server, $version" $?
        kill "$server" 2>/dev/null
    done
else
    echo 'skip openssl: it is not there'
fi

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
