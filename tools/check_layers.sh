#!/bin/bash
# Compares the includes of all sources with tools/layers.allow; names each that the list does not let through.
set -euo pipefail
cd "$(dirname "$0")/.."
status=0
complain() { echo "$1" >&2; status=1; }

declare -A allowed
while IFS=: read -r from to; do
    case $from in '#'* | '') continue ;; esac
    allowed[$from]=" $to "
done <tools/layers.allow

while IFS=: read -r file target; do
    from=$(dirname "$file")
    case $target in
    moray.h) to=include ;;
    frozen.h) continue ;;
    */*) to=$(dirname "$target") ;;
    *) [ -f "$from/$target" ] && to=$from || to=$target ;;
    esac
    if [ -z "${allowed[$from]+x}" ]; then
        complain "$file: the folder $from is not in tools/layers.allow"
    elif [ "$to" != "$from" ] && [[ "${allowed[$from]}" != *" $to "* ]]; then
        complain "$file: may not include $target"
    fi
    # headers of the front end that the VM may see, and where
    case $from:$target in
    vm*:compiler/code.h | vm*:compiler/opcodes.def | vm*:compiler/blob.h | stdlib/*:compiler/code.h | vm/api:*) ;;
    vm*:compiler/compile.h | stdlib/native:compiler/compile.h)
        case $file in
        vm/import.c | vm/run.c | vm/load.c | stdlib/native/builtins_code.c) ;;
        *) complain "$file: text is compiled elsewhere, may not include $target" ;;
        esac ;;
    vm*:compiler/* | stdlib*:compiler/*) complain "$file: $target is no contract header" ;;
    esac
done < <(grep -oE '^[ \t]*#[ \t]*include[ \t]+"[^"]+"' -r base lexer parser compiler vm stdlib cli --include='*.c' --include='*.h' |
    sed -E 's/:[ \t]*#[ \t]*include[ \t]+"/:/; s/"$//')

grep -lE '^#[ \t]*include[ \t]+<uv\.h>' -r base lexer parser compiler vm stdlib cli --include='*.c' --include='*.h' | while read -r file; do
    case $file in
    vm/async/*) ;;
    *) echo "$file: <uv.h> belongs to vm/async" >&2; exit 1 ;;
    esac
done || status=1
exit $status
