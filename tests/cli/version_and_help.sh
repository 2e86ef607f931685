# moray only: version, help, MORAYPATH
run -V
run --version
run -h | head -3
run -q --help | tail -2
mkdir lib && echo 'x = "from lib"' > lib/some.py
MORAYPATH=/nowhere:$PWD/lib run -c 'import some, sys; print(some.x, sys.path)'
MORAYPATH=$PWD/lib run -I -c 'import sys; print(sys.path)'
run -c 'import sys; print(sys.implementation.name, sys.executable == sys.orig_argv[0] or sys.executable[0])'
