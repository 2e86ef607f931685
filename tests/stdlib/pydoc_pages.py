# pydoc: pages as texts, names, docstrings, and what goes wrong.
import pydoc, sys, io, math
class A:
    """A class.

    With more."""
    def f(self, a: int = 2) -> str:
        """Do f."""
class B(A): pass
print(pydoc.plain(pydoc.render_doc(A.f)))
print(pydoc.plain(pydoc.render_doc(B.f, 'Help on %s:')))
print(pydoc.splitdoc(A.__doc__), pydoc.splitdoc('one'), pydoc.splitdoc('a\nb'), pydoc.getdoc(A.f), pydoc.describe(A), pydoc.describe(math.sqrt), pydoc.describe(3))
print(pydoc.locate('os.path.join').__name__, pydoc.locate('nope.x'), pydoc.locate('str.upper'), pydoc.resolve('math.pi'), pydoc.classname(A, '__main__'), pydoc.classname(dict, 'x'))
print(pydoc.cram('abcdefghijkl', 8), pydoc.replace('abc', 'a', 'x', 'c', 'y'), pydoc.visiblename('_x'), pydoc.visiblename('x'), pydoc.isdata(3), pydoc.isdata(A), pydoc.stripid('<a at 0x7f0011223344>'), pydoc.ispath('a/b'))
print(sorted(pydoc.allmethods(B))[-2:], repr(pydoc.help), pydoc.source_synopsis(io.StringIO('"""Line one.\n\nMore."""')))
try: pydoc.resolve('no.such')
except ImportError as e: print(e)
out = io.StringIO(); pydoc.doc(A.f, output=out); print(out.getvalue())
pydoc.doc('no.such'); pydoc.help('no.such')
