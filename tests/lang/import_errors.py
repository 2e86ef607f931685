# ImportError and ModuleNotFoundError texts and attributes.
cases = ["import nope_mod", "import nope_mod.sub", "import pkg_b.nope", "import _pb.attr", "from pkg_b import nope",
    "from pkg_b.nope import x", "from _pb import missing",
         "from _pb import valu", "import pkg_b.mod.deeper", "from . import x", "from .rel import x", "from .. import x",
         "from pkg_b.badall import *", "import pkg_b.broken", "import pkg_b.raises",
         "import pkg_b.syntax", "from sys import nope_attr", "import sys.nope", "from pkg_b import broken2", "import pkg_b.mod as q.r",
         "from pkg_b import", "from pkg_b import (a, b", "import a as b as c",
         "def f(): from pkg_b import *", "from pkg_b import mod,", "import ", "from pkg_b import mod as 5"]
for c in cases:
    try:
        exec(c, {"__name__": "__main__", "__package__": None})
        print(c, "ok")
    except ImportError as e:
        print(c, "->", type(e).__name__, str(e).split(" (/")[0], "| name", e.name, "| path", e.path is not None)
    except Exception as e:
        print(c, "->", type(e).__name__, e.msg if isinstance(e, SyntaxError) else e)
import sys
print("pkg_b" in sys.modules, "pkg_b.mod" in sys.modules, "pkg_b.broken" in sys.modules, "pkg_b.raises" in sys.modules)
try: __import__("")
except ValueError as e: print(e)
try: __import__(5)
except TypeError as e: print(e)
e = ImportError("msg", name="n", path="p"); print(e, e.name, e.path, e.args, e.msg)
e = ModuleNotFoundError("m"); print(repr(e), e.name, isinstance(e, ImportError))
try: ImportError("m", other=1)
except TypeError as e: print(e)
sys.modules["blocked"] = None
try: import blocked
except ImportError as e: print(type(e).__name__, e)
