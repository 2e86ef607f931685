# What cannot be run as __main__, by file, folder and -m; the path under -I and -P; archives on the path.
mkdir -p pk/__main__ empty dirmain
touch pk/__init__.py pk/__main__/__init__.py
echo 'import sys; print(__name__, __spec__.name, repr(__package__), sys.path[0][-7:])' >dirmain/__main__.py
for name in builtins sys pk empty nope.nope pk.nope asyncio.py __main__ math; do run -m $name; done
for option in -I -P -E; do run $option dirmain; done
run empty
run nowhere.py
run -c 'import sys; sys.excepthook(1, "1", 1)'
run -c 'import sys; type(sys.flags)()'
run -c 'import sys; type(sys.version_info)()'
echo 'print(__name__, __file__, __spec__.name); import beside' >inside.py
echo '1/0' >beside.py
moray -c "
import zipfile
with zipfile.ZipFile('a.zip', 'w') as z:
    z.write('inside.py'); z.write('beside.py')"
rm inside.py beside.py
run -c "
import sys, runpy
sys.path.insert(0, 'a.zip')
try:
    runpy.run_module('inside', run_name='again')
except ZeroDivisionError as error:
    print(repr(error))
try:
    runpy.run_module('nope')
except ImportError as error:
    print(error)"
