# ZIP archives as scripts and on sys.path; tracebacks under runpy.
mkdir z
echo 'import m, sys; print(m.x, __name__, sys.argv, __file__, sys.path[0], __package__ == "", __spec__.name); 1/0' > z/__main__.py
echo 'x = 5' > z/m.py
moray -c "
import zipfile
with zipfile.ZipFile('a.zip', 'w') as z:
    z.write('z/__main__.py', '__main__.py'); z.write('z/m.py', 'm.py')
with zipfile.ZipFile('b.zip', 'w') as z:
    z.write('z/m.py', 'm.py')"
run a.zip x y
(echo '#!/usr/bin/env python3'; cat a.zip) > app
run app
run z
run -m m
echo '1/0' > m.py
run -m m
mkdir p
echo '1/0' > p/__init__.py
run -m p
run -m p.q
echo '' > p/__init__.py
echo 'from . import nothing' > p/q.py
run -m p.q
run -c "
import sys
sys.path.insert(0, 'b.zip')
import m
print(m.x, m.__file__, type(m.__loader__).__name__)
import m.n"
