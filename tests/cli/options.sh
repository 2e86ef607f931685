# What options set.
run -O -c 'import sys; assert False; print(sys.flags.optimize, __debug__)'
run -OO -c 'import sys
def f(): "doc"
print(sys.flags.optimize, f.__doc__)'
run -q -I -c 'import sys; print(sys.flags.quiet, sys.flags.isolated, sys.flags.safe_path)'
run -X dev -c 'import sys; print(sys._xoptions, sys.warnoptions, sys.flags.dev_mode)'
run -X foo=1 -Xbar -c 'import sys; print(sys._xoptions, sys.orig_argv[1:], sys.argv)' -X no
run -Wfoo -c 'print(1)'
run -Werror -W ignore::UserWarning -c 'import sys, warnings; print(sys.warnoptions); warnings.warn("x"); warnings.warn("y", FutureWarning)' 2>&1 | tail -2
run -Wd -c 'import warnings; warnings.warn("old", DeprecationWarning)'
run -Bsc 'print("joined")'
run -- /dev/null
