# Variables and -X options: the streams' encoding, hashes, digits of ints, modules that work from the start; what is no value for them.
show='import sys; print(sys.flags.utf8_mode, sys.flags.hash_randomization, sys.flags.int_max_str_digits, sys.get_int_max_str_digits(), sys.pycache_prefix, sys.flags.debug, sys.flags.no_user_site)'
for encoding in latin-1 ascii:replace :backslashreplace ascii utf-16 UTF-8:strict; do
    PYTHONIOENCODING=$encoding moray -c "import sys; sys.stderr.write(' '.join([sys.stdout.encoding, sys.stdout.errors, sys.stdin.errors, sys.stderr.errors, '\n'])); print('\xe9')" 2>&1 | od -An -c
done
PYTHONIOENCODING=ascii run -c "raise ValueError('\xe9')"
PYTHONIOENCODING=ascii run -E -c 'import sys; print(sys.stdout.encoding)'
for mode in 0 1 x; do PYTHONUTF8=$mode run -c "$show"; done
for option in utf8 utf8=0 utf8=3 int_max_str_digits=700 int_max_str_digits=0 int_max_str_digits int_max_str_digits=10 pycache_prefix=bar; do
    run -X $option -c "$show"
done
for seed in 0 42 random abc -1 4294967296; do PYTHONHASHSEED=$seed run -c "$show"; done
PYTHONHASHSEED=3 moray -c 'print(hash("a"))' >one
PYTHONHASHSEED=3 moray -c 'print(hash("a"))' >two
cmp one two && echo the same hashes
for digits in 1000 0 10 foo; do PYTHONINTMAXSTRDIGITS=$digits run -c "$show"; done
PYTHONPYCACHEPREFIX=foo PYTHONDEBUG=2 PYTHONNOUSERSITE=1 run -c "$show"
started='import faulthandler, tracemalloc; print(faulthandler.is_enabled(), tracemalloc.is_tracing(), tracemalloc.get_traceback_limit())'
run -X faulthandler -c "$started"
run -X dev -c "$started"
PYTHONFAULTHANDLER=1 run -c "$started"
run -X tracemalloc -c "$started"
run -X tracemalloc=5 -c "$started"
PYTHONTRACEMALLOC=3 run -c "$started"
run -X tracemalloc=abc -c "$started"
PYTHONWARNDEFAULTENCODING=1 run -c 'import sys; print(sys.flags.warn_default_encoding)'
