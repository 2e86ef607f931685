"""Threads that import the same module, or modules that import each other."""
import os
import sys
import tempfile
import threading

folder = tempfile.mkdtemp()
sys.path.insert(0, folder)
sources = {'slow_one': 'import time\na = 1\ntime.sleep(0.05)\nb = 2\n',
           'circle_a': 'import time\ntime.sleep(0.02)\nimport circle_b\nx = 1\n',
           'circle_b': 'import time\ntime.sleep(0.02)\nimport circle_a\ny = 1\n'}
for name, text in sources.items():
    with open(os.path.join(folder, name + '.py'), 'w') as file:
        file.write(text)
out = []


def slow():
    import slow_one
    out.append(slow_one.b)


def named(name):
    try:
        __import__(name)
        out.append(name)
    except ZeroDivisionError:
        out.append('failed')


def run(threads):
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    print(sorted(map(str, out)))
    out.clear()


run([threading.Thread(target=slow) for _ in range(4)])
run([threading.Thread(target=named, args=(name,)) for name in ('circle_a', 'circle_b')])
import circle_a, circle_b
print(circle_a.x, circle_b.y)
for name in sources:
    os.remove(os.path.join(folder, name + '.py'))
