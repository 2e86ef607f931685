# Circular imports: what works, and the ImportError for a half-made module.
import pkg_c.a
print(pkg_c.a.use_b(), pkg_c.b.use_a())
try:
    import pkg_c.x
except ImportError as e:
    print(type(e).__name__, str(e).split(" (/")[0])
try:
    import pkg_c.attr1
except AttributeError as e:
    print(type(e).__name__, e)
import sys
print(sorted(m for m in sys.modules if m.startswith("pkg_c")))
