import contextlib, io, os, re, shutil, sys, tempfile, unittest  # test: heavy

where = tempfile.mkdtemp()
FILES = {
    'test_alpha.py': '''
import unittest
class A(unittest.TestCase):
    def test_one(self): pass
    def test_two(self): self.assertEqual(1, 2)
    @unittest.skip('later')
    def test_three(self): pass
class B(unittest.TestCase):
    def runTest(self): pass
''',
    'pk/__init__.py': '',
    'pk/test_beta.py': 'import unittest\nclass C(unittest.IsolatedAsyncioTestCase):\n    async def test_c(self): self.assertIn(1, [1])\n',
    'test_hook.py': '''
import unittest
class H(unittest.TestCase):
    def test_h(self): pass
def load_tests(loader, tests, pattern):
    tests.addTest(unittest.FunctionTestCase(lambda: None, description='given'))
    return tests
''',
    'other.py': 'raise SystemExit',
}
for name, text in FILES.items():
    path = os.path.join(where, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, 'w') as f:
        f.write(text)
os.chdir(where)
sys.path.insert(0, where)
for args in ('', '-v', 'test_alpha', 'test_alpha.A.test_one -v', 'test_alpha.A.nope', 'pk.test_beta -q', 'discover -s pk', 'discover . test_h*.py -v',
             '-k two', 'test_alpha.py -k one -k thr -v', '-f', 'test_hook', 'test_alpha.B'):
    out = io.StringIO()
    with contextlib.redirect_stderr(out):
        try:
            unittest.main(module=None, argv=['prog'] + args.split(), testLoader=unittest.TestLoader())
        except SystemExit as e:
            print('exit', e.code)
    print(args, re.sub(r'in \d+\.\d+s', 'in 0s', out.getvalue()).replace(os.path.realpath(where), 'WHERE').replace(where, 'WHERE'))
loader = unittest.TestLoader()
suite = loader.discover(where)
print(suite.countTestCases(), loader.errors)
import test_alpha
print(loader.getTestCaseNames(test_alpha.A), loader.loadTestsFromTestCase(test_alpha.B), unittest.TestSuite())
for bad in lambda: loader.loadTestsFromName('x', 5), lambda: loader.loadTestsFromName('os.sep'), lambda: unittest.TestSuite('ab'), \
        lambda: unittest.TestSuite([5]), lambda: unittest.TestSuite([test_alpha.A]), lambda: loader.discover('nosuch'), lambda: test_alpha.A('zz'):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
print(test_alpha.A('test_one') == test_alpha.A('test_one'), repr(test_alpha.A('test_one')), test_alpha.A('test_one').id())
try:
    test_alpha.A('test_two').debug()
except AssertionError as e:
    print(e)
os.chdir('/')
shutil.rmtree(where)
