# Examples as tests of unittest, as scripts, and with an exception at the first failure.
import doctest, io, sys, types, unittest
m = types.ModuleType("sample", "Text.\n\n>>> 1 + 1\n2\n>>> print('a')\na\n")
m.__file__ = "sample.py"
def good():
    """
    >>> [1, 2][0]
    1
    """
def bad():
    """
    >>> 2 * 2
    5
    >>> 1 / 0
    """
good.__module__ = bad.__module__ = "sample"
m.good, m.bad = good, bad
sys.modules["sample"] = m
suite = doctest.DocTestSuite(m)
print(suite.countTestCases(), [t.id() for t in suite], [t.shortDescription() for t in suite], list(suite))
result = unittest.TestResult(); suite.run(result)
print(result, [str(case) == object.__repr__(case) for case, _ in result.failures])
print(result.failures[0][1].split("AssertionError: ")[1].replace(__file__, "FILE").split("Traceback")[0])
log = []
suite = doctest.DocTestSuite("sample", setUp=lambda t: log.append("up"), tearDown=lambda t: log.append("down"), optionflags=doctest.ELLIPSIS)
suite.run(unittest.TestResult()); print(log)
print(doctest.script_from_examples("Words.\n\n>>> x = 1\n>>> x\n1\n\nMore words.\n>>> for i in x:\n...     print(i)\nnothing\n"))
print(doctest.testsource(m, "sample.bad"))
test = doctest.DocTestParser().get_doctest(">>> 1\n2\n", {}, "n", "f", 0)
try: doctest.DebugRunner(verbose=False).run(test)
except doctest.DocTestFailure as e: print(e.got, e.example.want, e.test)
test = doctest.DocTestParser().get_doctest(">>> a = 1\n>>> raise KeyError('k')\n", {}, "n", "f", 0)
try: doctest.DebugRunner(verbose=False).run(test)
except doctest.UnexpectedException as e: print(e.exc_info[0], e.test.globs["a"])
print(doctest.set_unittest_reportflags(doctest.REPORT_NDIFF), doctest.set_unittest_reportflags(0) == doctest.REPORT_NDIFF)
for f in (lambda: doctest.set_unittest_reportflags(doctest.ELLIPSIS), lambda: doctest.testsource(m, "nope"), lambda: doctest.DocTestSuite(5), lambda: doctest.testmod(5), lambda: doctest.DocFileSuite("x", package=m, module_relative=False)):
    try: f()
    except Exception as e: print(type(e).__name__, e)
case = list(doctest.DocTestSuite(m))[0]; print(case == case, case == 5, hash(case) == hash(case), repr(case))
