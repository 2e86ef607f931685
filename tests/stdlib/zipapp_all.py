# Applications in one file: made of a folder, copied with another interpreter, and run.
import io
import os
import subprocess
import sys
import tempfile
import zipapp
import zipfile

with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    os.makedirs('app/pkg')
    for name, text in ('app/tool.py', 'def main():\n    print("tool", __name__)\n'), ('app/pkg/__init__.py', 'X = 1\n'), ('app/notes.txt', 'n'):
        with open(name, 'w') as file:
            file.write(text)
    zipapp.create_archive('app', main='tool:main', filter=lambda path: path.suffix != '.txt')
    print(sorted(os.listdir()), sorted(zipfile.ZipFile('app.pyz').namelist()), zipapp.get_interpreter('app.pyz'))
    print(subprocess.run([sys.executable, 'app.pyz'], capture_output=True, text=True).stdout)
    zipapp.create_archive('app.pyz', 'copy.pyz', interpreter='/usr/bin/env python3')
    print(zipapp.get_interpreter('copy.pyz'), os.access('copy.pyz', os.X_OK), zipfile.ZipFile('copy.pyz').read('__main__.py'))
    out = io.BytesIO()
    zipapp.create_archive('app', out, main='tool:main', interpreter='x', compressed=True)
    print(out.getvalue()[:3], zipfile.ZipFile(out).getinfo('tool.py').compress_type == zipfile.ZIP_DEFLATED)
    for arguments in {}, {'main': 'tool'}, {'main': 'a:b.c d'}, {'source': 'nothing'}:
        try:
            zipapp.create_archive(**{'source': 'app', 'target': 't.pyz', **arguments})
        except zipapp.ZipAppError as error:
            print(error)
    for command in ['copy.pyz', '--info'], ['app', '-o', 'new.pyz', '-m', 'tool:main', '-c', '-p', 'py'], ['new.pyz', '--info'], ['new.pyz']:
        done = subprocess.run([sys.executable, '-m', 'zipapp', *command], capture_output=True, text=True)
        print(command, done.returncode, done.stdout, done.stderr)
    os.chdir('/')
