# Path.glob and rglob
import shutil
import tempfile
from pathlib import Path

top = Path(tempfile.mkdtemp())
for name in ('a.py', 'b.txt', '.hidden.py', 'd/a.py', 'd/e/a.py', 'd/e/c.PY', 'f/g/x.txt', '[z].py'):
    (top / name).parent.mkdir(parents=True, exist_ok=True)
    (top / name).touch()
(top / 'link').symlink_to('d')
for pattern in ('*', '*.py', '*/', '**', '**/', '**/*.py', '*/*.py', 'd/*', 'd/../*.txt', '**/e/**', '**/*', 'nosuch/*', 'd', 'd/a.py', '?.py', '[[]z].py',
                '[!a].*', '**/**/*.py', 'link/*', '*.PY'):
    found = list(top.glob(pattern))
    print(pattern, sorted(str(p.relative_to(top)) for p in found), len(found) == len(set(found)))
for pattern in ('*.py', 'e', '*/a.py', '', '*.txt'):
    print('r', pattern, sorted(str(p.relative_to(top)) for p in top.rglob(pattern)))
print(sorted(p.name for p in top.glob('**/*.py', case_sensitive=False)), sorted(p.name for p in top.glob('B*', case_sensitive=False)))
for pattern in ('', '/a', 'a**', '**b/c'):
    try:
        print(list(top.glob(pattern)))
    except Exception as e:
        print(type(e).__name__, e)
shutil.rmtree(top)
