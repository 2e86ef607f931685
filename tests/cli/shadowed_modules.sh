# A script's own random.py comes before the standard library's, except for modules that are always there first.
mkdir a b c d e f
echo 'def spin(): return "mine"' > a/random.py
echo 'import random; print(random.spin()); random.randint(1, 2)' > a/main.py
run a/main.py
printf 'import random\nprint(random.randint(1, 6))\n' > b/random.py
run b/random.py
printf 'from math import sqrt\n' > c/math.py
run c/math.py
printf 'x = "mine"\n' > d/time.py
printf 'import time\nprint(hasattr(time, "x"))\n' > d/main.py
run d/main.py
# what the standard library has imported meanwhile does not matter to the script
printf 'x = "mine"\n' > e/queue.py
printf 'import tempfile, queue\nprint(queue.x)\n' > e/main.py
run e/main.py
# reports are printed all the same
printf 'x = 1\n' > f/traceback.py
printf 'x = 2\n' > f/linecache.py
printf 'import traceback, linecache\nprint(traceback.x, linecache.x)\n1/0\n' > f/main.py
run f/main.py
mkdir a/json
echo 'import json; print(json.dumps([1]))' > a/folder.py
run a/folder.py
cd a
run -m main
run -c 'import random; print(random.spin())'
echo 'import random; print(random.spin())' | moray -
run -c 'import importlib; print(importlib.import_module("random").spin())'
