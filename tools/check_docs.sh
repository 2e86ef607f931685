#!/bin/bash
# Runs the code blocks of README.md, docs/architecture.md and docs/embedding.md: what is printed there is true.
#
#   tools/check_docs.sh BUILD
#
# A ```python block is a program; a ```text block right after it is what it prints (stdout and stderr). A ```c block that has a main is
# compiled against the static library, and a ```text block after it is what the program prints. Other blocks are not looked at.
set -uo pipefail
cd "$(dirname "$0")/.."
build=$(realpath "${1:-build}") CC=${CC:-gcc}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0
libs="-luv -lgmp -lutf8proc -lpthread -ldl -lm"
fail() { echo "$1"; status=1; }

for page in README.md docs/architecture.md docs/embedding.md; do
    rm -f "$work"/block.*
    awk -v dir="$work" '
        /^```[a-z]/ && !inside { inside = 1; kind = substr($0, 4); file = sprintf("%s/block.%03d.%s", dir, ++n, kind); printf "" >file; next }
        /^```$/ && inside { inside = 0; close(file); next }
        inside { print >file }' "$page"
    for block in "$work"/block.*; do
        [ -f "$block" ] || continue
        number=${block#"$work"/block.} number=${number%%.*}
        expected=$(printf '%s/block.%03d.text' "$work" $((10#$number + 1)))
        case $block in
        *.python)
            cp "$block" "$work/lesson.py"
            (cd "$work" && timeout 20 "$build/moray" lesson.py) >"$work/out" 2>&1 </dev/null ;;
        *.c)
            grep -q 'int main' "$block" || continue
            # shellcheck disable=SC2086
            $CC -std=c11 -Wall -Iinclude "$block" -o "$work/program" "$build/libmoray.a" $libs >"$work/out" 2>&1 &&
                timeout 20 "$work/program" >"$work/out" 2>&1 </dev/null ;;
        *) continue ;;
        esac || [ -f "$expected" ] || { fail "$page: block $number failed"; head -n 5 "$work/out"; continue; }
        [ ! -f "$expected" ] || cmp -s "$expected" "$work/out" || { fail "$page: block $number prints otherwise"; diff "$expected" "$work/out" | head; }
    done
done
exit $status
