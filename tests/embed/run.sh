#!/bin/bash
# Installs into a folder of its own and builds the programs of examples/embed as users do: with pkg-config against the shared library and, statically, against the
# archive, with CMake, and one as C++. Each is run and its output compared with the stored one. The last line is `N passed, N failed`.
#
#   tests/embed/run.sh BUILD/moray
set -uo pipefail
cd "$(dirname "$0")/../.."
build=$(cd "$(dirname "$1")" && pwd) CC=${CC:-gcc}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0
flags="-Wall -Werror"
case $build in */asan) flags+=" -g -fsanitize=address,undefined -fno-sanitize-recover=all" ;; esac

expect() { # what, command...
    local what=$1
    shift
    if "$@" >"$work/log" 2>&1; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAIL embed: $what"
        head -n 20 "$work/log"
    fi
}

prefix=$work/root/opt/moray
expect "make install" make -s install B="$build" DESTDIR="$work/root" PREFIX=/opt/moray NOBUILD=1
# DESTDIR is where a package is made; here it stays, so the file says where that is
sed -i "s|^prefix=.*|prefix=$prefix|" "$prefix/lib/pkgconfig/moray.pc"
export PKG_CONFIG_PATH=$prefix/lib/pkgconfig LD_LIBRARY_PATH=$prefix/lib
for file in bin/moray include/moray.h lib/libmoray.a lib/libmoray.so lib/libmoray.so.0 share/man/man1/moray.1 share/bash-completion/completions/moray \
    share/zsh/site-functions/_moray share/fish/vendor_completions.d/moray.fish; do
    expect "$file is installed" test -s "$prefix/$file"
done
expect "the shared library has its name" bash -c "objdump -p '$prefix/lib/libmoray.so' | grep -q 'SONAME *libmoray.so.0'"
expect "the installed command runs" "$prefix/bin/moray" -c 'import asyncio; asyncio.run(asyncio.sleep(0))'
expect "bash completes options" bash -c "source '$prefix/share/bash-completion/completions/moray'; COMP_WORDS=(moray --); COMP_CWORD=1; _moray; [[ \" \${COMPREPLY[*]} \" == *' --version '* ]]"

same() { timeout 60 "$1" >"$work/out" 2>&1 </dev/null; local status=$?; diff "$2" "$work/out" && [ $status = 0 ]; }
for source in examples/embed/*.c; do
    name=$(basename "$source" .c)
    # shellcheck disable=SC2046,SC2086
    expect "$name with the shared library" $CC -std=gnu11 $flags "$source" -o "$work/$name" $(pkg-config --cflags --libs moray libuv)
    expect "$name prints what it should" same "$work/$name" "examples/embed/$name.out"
    # shellcheck disable=SC2046,SC2086
    expect "$name, statically" $CC -std=gnu11 $flags "$source" -o "$work/$name" $(pkg-config --cflags moray) "$prefix/lib/libmoray.a" $(pkg-config --libs --static moray | sed 's/-lmoray//')
    expect "$name, statically, prints what it should" same "$work/$name" "examples/embed/$name.out"
done

printf '#include <moray.h>\n#include <cstdio>\nint main() { MorayVM *vm = moray_new(nullptr); int64_t n = 0; moray_to_int(vm, moray_eval(vm, "6 * 7"), &n); std::printf("%%d\\n", int(n)); moray_free(vm); }\n' >"$work/plus.cc"
echo 42 >"$work/plus.out"
if command -v g++ >/dev/null; then
    # shellcheck disable=SC2046,SC2086
    expect "C++" g++ -std=c++11 $flags "$work/plus.cc" -o "$work/plus" $(pkg-config --cflags --libs moray)
    expect "C++ prints what it should" same "$work/plus" "$work/plus.out"
fi
if command -v cmake >/dev/null; then
    expect "cmake" cmake -S examples/embed -B "$work/cmake" -DCMAKE_PREFIX_PATH="$prefix" -DCMAKE_C_FLAGS="$flags"
    expect "cmake --build" cmake --build "$work/cmake" -j2
    expect "what cmake built" same "$work/cmake/config" examples/embed/config.out
fi
expect "make uninstall" make -s uninstall B="$build" DESTDIR="$work/root" PREFIX=/opt/moray
expect "nothing is left" bash -c "! find '$work/root' -type f -o -type l | grep ."
echo "$passed passed, $failed failed"
[ $failed = 0 ]
