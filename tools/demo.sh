#!/bin/bash
# Runs the examples one after the other, each under a heading with its first line.
#
#   tools/demo.sh MORAY
set -euo pipefail
cd "$(dirname "$0")/.."
moray=$1
for script in examples/*.py; do
    printf '\n=== %s\n    %s\n\n' "$script" "$(sed -n '1s/^# *//p' "$script")"
    "$moray" "$script" </dev/null 2>&1
done
