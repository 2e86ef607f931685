# A folder with __main__.py, packages with -m.
mkdir app pack pack/inner
echo 'import sys, helper; print(__name__, sys.argv, helper.x)' > app/__main__.py
echo 'x = 5' > app/helper.py
run app 1
echo 'print("pack", __name__)' > pack/__init__.py
echo 'import sys; from . import sibling; print(__name__, __package__, sibling.y, sys.argv[1:])' > pack/__main__.py
echo 'y = 6' > pack/sibling.py
echo '' > pack/inner/__init__.py
run -m pack z
run -m pack.sibling
run -m pack.inner
run -m pack.nothing
run -m nothing.at.all
echo 'from . import twice' > pack/inner/__init__.py
echo 'print("twice", __name__)' > pack/inner/twice.py
run -m pack.inner.twice
run -W error -m pack.inner.twice
mkdir broken
echo 'x = = 1' > broken/__main__.py
echo '' > broken/__init__.py
echo 'if x' > broken/part.py
run broken
run -m broken
run -m broken.part
