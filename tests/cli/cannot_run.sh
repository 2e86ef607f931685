# What cannot be opened or found.
run nofile.py
run -m nomod
run .
mkdir empty
run empty
run -c 'def f(:'
printf 'x = 1\n  y = 2\n' > bad.py
run -c 'import bad' 2>&1 | tail -1
