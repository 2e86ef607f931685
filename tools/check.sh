#!/bin/bash
# Guards the project's shape: layers, globals, exported names, generated files, the public header, sizes, docs. Needs a finished build.
#
#   B=build CC=gcc tools/check.sh
#
# Every guard is tried; the last line is `N passed, N failed`.
set -uo pipefail
cd "$(dirname "$0")/.."
B=${B:-build} CC=${CC:-gcc}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0

guard() { # what, command...
    local what=$1
    shift
    if "$@" >"$work/log" 2>&1; then
        passed=$((passed + 1))
        echo "ok   $what"
    else
        failed=$((failed + 1))
        echo "FAIL $what"
        sed 's/^/     /' "$work/log" | head -n 20
    fi
}

# Objects in writable sections. Tables of pointers (.data.rel.ro) are made read-only by the loader and do not count. The one exception, and its
# reason, stands in the head of vm/signals.c.
globals() {
    ! objdump -t "$B/libmoray.a" | sed 's/ \.hidden / /' | awk '
        /file format/ { unit = $1; sub(/:$/, "", unit) }
        NF > 5 && $(NF - 2) ~ /^(\.data|\.bss|\.tdata|\.tbss|\*COM\*)/ && $(NF - 2) !~ /^\.data\.rel\.ro/ && / O / { print unit ": " $NF " in " $(NF - 2) }' |
        grep -vE '^signals\.o: wanting ' | grep .
}

exports() { ! nm -D --defined-only "$B/libmoray.so" | awk '{ print $NF }' | sed 's/@.*//' | grep -v '^moray_'; }

# Every function that the header promises is there.
promises() {
    grep -oE '\bmoray_[a-z_0-9]+\(' include/moray.h | tr -d '(' | sort -u >"$work/promised"
    nm -D --defined-only "$B/libmoray.so" | awk '{ print $NF }' | sort -u >"$work/there"
    grep -oE 'static inline [a-zA-Z ]*\*?moray_[a-z_0-9]+' include/moray.h | grep -oE 'moray_[a-z_0-9]+$' >>"$work/there"
    sort -u -o "$work/there" "$work/there"
    ! comm -23 "$work/promised" "$work/there" | grep .
}

header_c() { echo '#include <moray.h>' | $CC -std=c11 -Wall -Wextra -Wpedantic -Werror -Iinclude -fsyntax-only -x c -; }
header_cxx() {
    command -v g++ >/dev/null || { echo "no g++"; return 1; }
    echo '#include <moray.h>' | g++ -std=c++11 -Wall -Wextra -Wpedantic -Werror -Iinclude -fsyntax-only -x c++ -
}

frozen() { find stdlib/py stdlib/asyncio -name '*.py' | LC_ALL=C sort | cmp - <(LC_ALL=C sort "$B/frozen.list"); }

powers() { $CC tools/gen_pow10.c -lgmp -o "$work/gen_pow10" && "$work/gen_pow10" | cmp - base/pow10.inc; }

# Longer ones are tables, or the dispatch loop.
sizes() {
    ! find base lexer parser compiler vm stdlib cli include tests tools \( -name '*.c' -o -name '*.h' -o -name '*.py' \) -print0 |
        xargs -0 wc -l | awk '$1 > 1200 && $2 != "total" && $2 !~ /^(lexer\/lexer\.c|vm\/interp\.c)$/ { print $2 ": " $1 " lines" }' | grep .
}

guard "includes run one way" tools/check_layers.sh
guard "no writable globals" globals
guard "exported names are moray_*" exports
guard "what moray.h promises is exported" promises
guard "moray.h alone is C11" header_c
guard "moray.h alone is C++11" header_cxx
guard "lexer.c comes from lexer.re" tools/lexer.sh --check
guard "pow10.inc comes from gen_pow10.c" powers
guard "generated pages are current" tools/gen_docs.sh --check
guard "all of stdlib/ is frozen" frozen
guard "no file over 1,200 lines" sizes
guard "the code in README and docs runs" tools/check_docs.sh "$B"
echo "$passed passed, $failed failed"
[ $failed = 0 ]
