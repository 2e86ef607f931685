# Variables that do what options do; -E and -I ignore them. -x.
PYTHONWARNINGS=error run -c 'import warnings; warnings.warn("x")'
PYTHONWARNINGS=ignore,default::DeprecationWarning run -W error::UserWarning -c 'import warnings, sys; print(sys.warnoptions); warnings.warn("d", DeprecationWarning); warnings.warn("x")'
PYTHONWARNINGS=error run -E -c 'import warnings, sys; print(sys.warnoptions)'
PYTHONWARNINGS=error run -I -c 'import warnings, sys; print(sys.warnoptions)'
PYTHONOPTIMIZE=1 run -c 'assert 0; print(__debug__)'
PYTHONOPTIMIZE=2 run -c 'import sys; print(sys.flags.optimize)'
PYTHONOPTIMIZE=yes run -c 'import sys; print(sys.flags.optimize)'
PYTHONOPTIMIZE=1 run -E -c 'print(__debug__)'
PYTHONUNBUFFERED=1 run -c 'import sys; print(sys.stdout.write_through)'
PYTHONDEVMODE=1 run -c 'import sys; print(sys.flags.dev_mode)'
PYTHONSAFEPATH=1 run -c 'import sys; print(sys.flags.safe_path, "" in sys.path)'
printf 'not python at all !!\nprint("second", __file__[-4:])\n1/0\n' >x.py
run -x -c "print(1)"
moray -u -x x.py
