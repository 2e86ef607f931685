#!/bin/bash
# Installs what building and testing need, on Debian and its kin; does nothing, and needs no rights, when all of it is there.
#
#   tools/deps.sh [package...]      packages on top of the usual ones
set -euo pipefail
packages=(gcc libc6-dev make pkg-config re2c binutils libuv1-dev libgmp-dev libutf8proc-dev libpcre2-dev libssl-dev zlib1g-dev libbz2-dev liblzma-dev libsqlite3-dev
    libexpat1-dev libcmocka-dev "$@")

if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    echo "deps: no apt-get here; needed are gcc, make, re2c, libuv, gmp, utf8proc, pcre2, zlib and cmocka with their headers" >&2
    exit 0
fi
missing=()
for package in "${packages[@]}"; do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)" = installed ] || missing+=("$package")
done
[ ${#missing[@]} = 0 ] && exit 0

as_root=()
if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null || { echo "deps: as root, run: apt-get install ${missing[*]}" >&2; exit 1; }
    as_root=(sudo)
fi
echo "deps: installing ${missing[*]}"
install() { "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" </dev/null >/dev/null; }
install 2>/dev/null || { "${as_root[@]}" apt-get update -qq </dev/null && install; }
