# import in all its forms over local helper modules and packages.
import pkg_a
import pkg_a.sub.leaf as leaf
import pkg_a.sub
from pkg_a import value, sub as s, func
from pkg_a.sub import leaf as leaf2, NAME
from pkg_a.star import *
import _plain, sys
print(pkg_a.value, value, func(), leaf is leaf2, NAME, leaf.path())
print(sorted(n for n in globals() if n.startswith("star_")), "_hidden" in globals())
print(_plain.__name__, _plain.counter, _plain is sys.modules["_plain"])
import _plain
_plain.counter += 1
import _plain as again
print(again.counter, pkg_a.__name__, pkg_a.sub.leaf.__name__, pkg_a.__package__, leaf.__package__)
print(pkg_a.sub.leaf.relative(), s.__name__)
def local_import():
    from _plain import counter as c, text
    import pkg_a.sub.leaf
    return c, text, pkg_a.__name__
print(local_import(), "c" in globals())
class C:
    from _plain import text
    import _plain as mod
print(C.text, C.mod.counter)
from pkg_a.allmod import *
print(sorted(n for n in globals() if n.startswith("al_")), "_al_listed" in globals())
print(__import__("pkg_a.sub.leaf").__name__, __import__("pkg_a.sub", fromlist=["leaf"]).__name__)
import pkg_ns.inner
print(pkg_ns.inner.WHERE, pkg_ns.__name__, getattr(pkg_ns, "__file__", None))
from pkg_ns import inner as i2
print(i2 is pkg_ns.inner)
print(hasattr(pkg_a, "lazy_attr"), pkg_a.lazy_attr)
from pkg_a import lazy_attr
print(lazy_attr, __name__, __file__.endswith("import_modules.py"), __package__, __spec__)
