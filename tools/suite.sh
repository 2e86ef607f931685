#!/bin/bash
# Runs all tests on a build and sums them up: the last line printed is `N passed, N failed`, and the exit status tells the same.
#
#   tools/suite.sh [--light] [--asan] [--fault] BUILD
#
#   --light   only the scripts that are not marked heavy: for runs under MORAY_GC_STRESS
#   --asan    sets the sanitizers' options, and gives the scripts more time
#   --fault   also lets allocations fail (tests/fault)
#
# Environment: J (tests at a time), K (only script tests whose path has this part).
#
# Parts: tests/unit (cmocka, one program each), the scripts with a stored output under tests/, the command line (tests/cli.sh), and every
# tests/*/run.sh. The shell scripts get the path of moray and end in a line of the same form.
#
# What depends on time may fail on a busy machine: a program or a part that failed is run once more, and said so; a sanitizer's report is final.
set -uo pipefail
cd "$(dirname "$0")/.."
# A job in the background inherits that SIGINT is ignored, which a shell cannot undo and moray respects.
if [ -z "${SUITE_SIGNALS:-}" ] && env --default-signal=INT,QUIT true 2>/dev/null; then
    SUITE_SIGNALS=default exec env --default-signal=INT,QUIT bash tools/suite.sh "$@"
fi
for name in "${!PYTHON@}"; do unset "$name"; done # what the caller's environment asks of Python is not the tests'
light=no asan=no fault=no
while [[ ${1:-} == --* ]]; do
    case $1 in
    --light) light=yes ;;
    --asan) asan=yes ;;
    --fault) fault=yes ;;
    *) echo "suite: unknown option $1" >&2; exit 2 ;;
    esac
    shift
done
build=${1:?a build folder}
passed=0 failed=0
log=$(mktemp)
trap 'rm -f "$log"' EXIT

run_options=(--retry)
[ -n "${J:-}" ] && run_options+=(-j "$J")
[ -n "${K:-}" ] && run_options+=(-k "$K")
[ $light = yes ] && run_options+=(--light --timeout $((${MORAY_GC_STRESS:-31} < 10 ? 3000 : 120)))
if [ $asan = yes ]; then
    # the stack is scanned word by word and must be the real one
    export ASAN_OPTIONS=detect_stack_use_after_return=0:detect_leaks=1:allocator_may_return_null=1:handle_segv=1:abort_on_error=0
    export UBSAN_OPTIONS=print_stacktrace=1
    run_options+=(--timeout 120)
fi

# Adds what a runner's last line says. A runner that died before it could say anything counts as one failure.
add_summary() { # name, exit status
    local line
    line=$(tail -n 1 "$log")
    if [[ $line =~ ^([0-9]+)\ passed,\ ([0-9]+)\ failed$ ]]; then
        passed=$((passed + BASH_REMATCH[1])) failed=$((failed + BASH_REMATCH[2]))
        [ "$2" = 0 ] || [ "${BASH_REMATCH[2]}" != 0 ] || failed=$((failed + 1))
    else
        echo "FAIL $1 ended with status $2 and without a summary"
        failed=$((failed + 1))
    fi
}

if [ $light = no ] && [ -z "${K:-}" ]; then
    for source in tests/unit/test_*.c; do
        name=$(basename "$source" .c)
        for attempt in 1 2; do
            CMOCKA_MESSAGE_OUTPUT=TAP timeout 120 "$build/tests/unit/$name" >"$log" 2>&1 </dev/null
            status=$?
            good=$(grep -c '^ok ' "$log") bad=$(grep -c '^not ok ' "$log")
            [ $status != 0 ] && [ "$bad" = 0 ] && bad=1
            [ "$bad" != 0 ] && [ $attempt = 1 ] && ! grep -q Sanitizer "$log" || break
            echo "$name failed (status $status), and is run once more:"
            grep -v '^ok ' "$log" | head -n 40
        done
        if [ "$bad" != 0 ]; then
            echo "FAIL $name (status $status)"
            grep -v '^ok ' "$log" | head -n 40
        fi
        echo "$name: $good passed, $bad failed"
        passed=$((passed + good)) failed=$((failed + bad))
    done
fi

"$build/tests/run" --moray "$build/moray" "${run_options[@]}" tests 2>&1 </dev/null | tee "$log"
add_summary "script tests" "${PIPESTATUS[0]}"

for runner in tests/cli.sh tests/*/run.sh; do
    [ -f "$runner" ] && [ -z "${K:-}" ] || continue
    [ $light = no ] || continue
    [ "$runner" != tests/fault/run.sh ] || [ $fault = yes ] || continue
    [ "$runner" != tests/differential/run.sh ] || continue # wants a CPython; make differential
    [ "$runner" != tests/leaks/run.sh ] || [ $asan = no ] || continue # the same scripts once more
    for attempt in 1 2; do
        echo "$runner"
        bash "$runner" "$build/moray" 2>&1 </dev/null | tee "$log"
        status=${PIPESTATUS[0]}
        [ "$status" != 0 ] && [ $attempt = 1 ] && ! grep -q Sanitizer "$log" || break
        echo "$runner failed (status $status), and is run once more:"
    done
    add_summary "$runner" "$status"
done

if [ $asan = yes ]; then
    reports=$(grep -lsE 'ERROR: AddressSanitizer|runtime error:' "$build"/report.* || true)
    for report in $reports; do
        echo "FAIL sanitizer report $report"
        head -n 40 "$report"
        failed=$((failed + 1))
    done
fi

echo
echo "$passed passed, $failed failed"
[ $failed = 0 ]
