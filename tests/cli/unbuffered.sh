# -u writes at once; letters that only show in sys.flags; -P leaves the script's folder out.
run -u -c 'import os; print("first"); os.write(1, b"second\n"); print("third"); 1/0'
run -sSEBq -c 'import sys; f = sys.flags; print(f.no_user_site, f.no_site, f.ignore_environment, f.dont_write_bytecode, f.quiet, f.safe_path)'
run -P -c 'import sys; print(sys.flags.safe_path, "" in sys.path)'
run -I -c 'import sys; print(sys.flags.isolated, sys.flags.safe_path, "" in sys.path)'
echo 'print(__file__[-8:])' >near.py
mkdir lib
echo 'print(__file__.startswith("/"), __file__[-11:]); x = (' >lib/far.py
run -c 'import near'
run -c 'import sys; sys.path[:0] = ["lib"]; import far'
run -m far.py
run -m .near
run -m near.py
printf 'if True:\n' >open.py
run open.py
run -c 'import open as o'
printf '# coding: nonsense\n' >cookie.py
run cookie.py
