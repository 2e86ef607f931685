# Specs, loaders and paths of what is imported, before and after importlib is; namespace packages that grow.
import re
import sys
import tempfile

work = tempfile.TemporaryDirectory()
root = work.name


def show(*values):
    text = " ".join(map(str, values)).replace(root, "ROOT").replace("moray-312", "TAG").replace("cpython-312", "TAG")
    print(re.sub(r"0x[0-9a-f]+", "0x", text))


def write(name, text=""):
    import os
    path = os.path.join(root, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as file:
        file.write(text)


for name, text in (("one/ns/a.py", "x = 1"), ("two/ns/b.py", "y = 2"), ("one/pkg/__init__.py", ""), ("one/pkg/sub.py", "z = 3"),
                   ("one/cross/__init__.py", ""), ("one/cross/here.py", "import cross.there\ntry:\n    cross.there.late\nexcept AttributeError as error:\n    print(error)"),
                   ("one/cross/there.py", "import cross.here\ntry:\n    cross.here\nexcept AttributeError as error:\n    print(error)"),
                   ("one/gone/__init__.py", ""), ("one/gone/first.py", "import sys\nsys.modules.pop('gone', None)\nimport gone.second"), ("one/gone/second.py", ""),
                   ("one/stubborn.py", "import sys\nclass Odd(list):\n    __slots__ = ()\n    __path__ = __path__ if '__path__' in globals() else []\nsys.modules[__name__] = Odd()")):
    write(name, text)
sys.path.insert(0, root + "/one")
show(__spec__, __name__, __package__)
import pkg
show(pkg.__spec__.name, pkg.__spec__.parent, pkg.__spec__.has_location, pkg.__cached__)
show(pkg.__spec__, pkg.__spec__.loader)
import ns
import pkg.sub
show(ns.__path__, ns.__spec__, ns, ns.__loader__)
sys.path.append(root + "/two")
import ns.b
show(ns.__path__, ns.b.y, len(ns.__path__))
show(type(pkg.__loader__), pkg.__loader__, type(ns.__spec__.loader))
import importlib
import importlib.machinery
import importlib.util
show(sys.__spec__, sys.__loader__, __loader__)
show(importlib.machinery.SourceFileLoader, importlib.machinery.ModuleSpec("x", None), importlib.machinery.PathFinder, sys.meta_path)
show(importlib.util.find_spec("ns.a"), importlib.util.find_spec("nope"), importlib.util.find_spec("pkg.sub").origin)
show(pkg.sub.__spec__ == importlib.util.find_spec("pkg.sub"), pkg.__spec__ != ns.__spec__, sorted(vars(pkg)))
for name in ("pkg.missing", "pkg.sub.x", "nope", "ns.zzz"):
    try:
        importlib.import_module(name)
    except ImportError as error:
        show(type(error).__name__, error, error.name, error.path)
spec = importlib.util.spec_from_file_location("other", root + "/one/pkg/sub.py")
module = importlib.util.module_from_spec(spec)
show(spec, module, sorted(vars(module)))
import cross.here
import gone.first
show(hasattr(gone, "first"), hasattr(gone, "second"), sys.modules["gone"] is gone)
show(importlib._bootstrap_external.__name__ in sys.modules, "_frozen_importlib" in sys.modules)
work.cleanup()
