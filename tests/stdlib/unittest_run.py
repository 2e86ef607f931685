import unittest, sys, io, warnings, logging, re  # test: heavy
class T(unittest.TestCase):
    def chk(self, f, *a, **k):
        try: getattr(self, f)(*a, **k)
        except BaseException as e: print(f, type(e).__name__, e)
        else: print(f, 'ok')
    def test_messages(self):
        c = self.chk
        c('assertTrue', 0); c('assertTrue', 0, 'why'); c('assertFalse', [1]); c('assertEqual', 1, 2); c('assertEqual', 1, 2, msg='no')
        c('assertEqual', 'abc', 'abd'); c('assertEqual', 'abc\ndef\n', 'abc\ndeg\n'); c('assertEqual', 'abc\ndef', 'abc\ndef\n'); c('assertEqual', '', 'x'); c('assertEqual','x\n','')
        c('assertEqual', 'x'*200+'a', 'x'*200+'b'); c('assertEqual', ['x'*50, 1, 2], ['x'*50, 1, 3]); c('assertEqual', [1,2], [1,2,3]); c('assertEqual', [1,2,3], [1,2]); c('assertEqual', (1,), (2,)); c('assertEqual', (1,), [1])
        c('assertEqual', {1,2}, {2,3}); c('assertEqual', {'a':1,'b':[1,2]}, {'a':1,'b':[1,3]}); c('assertEqual', {i:i for i in range(100)}, {i:i+1 for i in range(100)})
        c('assertNotEqual', 1, 1); c('assertAlmostEqual', 1, 1.1); c('assertAlmostEqual', 1, 1.1, places=1); c('assertAlmostEqual',1,2,delta=.5); c('assertAlmostEqual',1,2,delta=.5,places=3); c('assertNotAlmostEqual', 1, 1.0000000001); c('assertNotAlmostEqual',1,1.1,delta=1)
        c('assertIn', 1, [2]); c('assertNotIn', 1, [1]); c('assertIs', 1, 2); c('assertIsNot', None, None); c('assertIsNone', 1); c('assertIsNotNone', None); c('assertIsInstance', 1, str); c('assertNotIsInstance', 1, int); c('assertIsInstance', 1, (str, bytes))
        c('assertLess', 2, 1); c('assertLessEqual', 2, 1); c('assertGreater', 1, 2); c('assertGreaterEqual', 1, 2)
        c('assertRegex', 'abc', 'x+'); c('assertNotRegex', 'abc', 'b'); c('assertCountEqual', [1,2,2], [2,1]); c('assertCountEqual', [[1],[2]], [[2],[3]]); c('assertSequenceEqual', [1], 5); c('assertSequenceEqual', 'ab', ['a','b']); c('assertListEqual', (1,), [1]); c('assertSetEqual', 1, {1}); c('assertSetEqual', {1}, 5); c('assertDictEqual', 1, {})
        c('assertRaises', ValueError, int, '3'); c('assertRaises', ValueError, lambda: None); c('assertRaises', ValueError, int, 'x'); c('assertRaises', 5, int); c('assertRaisesRegex', ValueError, 'foo', int, 'x'); c('assertWarns', UserWarning, int); c('assertRaises', (KeyError, ValueError), int, '3')
        c('assertRaises', KeyError, int, 'x')
        c('fail'); c('fail', 'xx'); c('skipTest', 'r')
        c('assertMultiLineEqual', 1, 'a'); c('assertEqual', 'a'*70000, 'b')
    def test_ctx(self):
        with self.assertRaises(ZeroDivisionError) as cm:
            1/0
        print(repr(cm.exception), cm.exception.__traceback__)
        try:
            with self.assertRaises(ValueError, msg='hey'): pass
        except AssertionError as e: print(e)
        try:
            with self.assertRaises(ValueError, foo='hey'): pass
        except TypeError as e: print(e)
        try:
            with self.assertRaisesRegex(ValueError, 'a.c'): raise ValueError('xyz')
        except AssertionError as e: print(e)
        with self.assertWarns(DeprecationWarning) as cm:
            warnings.warn('old', DeprecationWarning)
        print(cm.warning, cm.lineno)
        try:
            with self.assertWarns(DeprecationWarning): pass
        except AssertionError as e: print(e)
        with self.assertLogs('a', 'DEBUG') as l:
            logging.getLogger('a.b').info('hi %d', 3)
        print(l.output, l.records)
        try:
            with self.assertLogs(): pass
        except AssertionError as e: print(e)
        try:
            with self.assertNoLogs('q', 'INFO'): logging.getLogger('q').error('boo')
        except AssertionError as e: print(e)
class U(unittest.TestCase):
    @classmethod
    def setUpClass(cls): print('suc'); cls.addClassCleanup(print, 'cc')
    @classmethod
    def tearDownClass(cls): print('tdc')
    def setUp(self): print('setup', self.id()); self.addCleanup(print, 'cleanup', 1, k=2) if 0 else self.addCleanup(print, 'cleanup', 1)
    def tearDown(self): print('teardown')
    def test_ok(self):
        "Doc line.\n more"
    def test_fail(self):
        self.assertEqual([1,2],[1,3])
    def test_err(self):
        try: {}['x']
        except KeyError as e: raise ValueError('v') from e
    @unittest.skip('no reason')
    def test_skip(self): pass
    @unittest.skipIf(True, 'cond')
    def test_skip2(self): pass
    @unittest.expectedFailure
    def test_xf(self): self.fail()
    @unittest.expectedFailure
    def test_xs(self): pass
    def test_sub(self):
        for i in range(4):
            with self.subTest('m', i=i, j='x'):
                with self.subTest(k=1):
                    self.assertEqual(i % 2, 0)
        with self.subTest(): raise SystemError('in sub')
        with self.subTest(z=1): self.skipTest('subskip')
    def test_helper(self): self._h()
    def _h(self): self.assertIn(3, [])
    def test_print(self): print('hello out'); print('hello err', file=sys.stderr); self.fail('pf')
@unittest.skip
class S(unittest.TestCase):
    def test_a(self): pass
class BadSetup(unittest.TestCase):
    @classmethod
    def setUpClass(cls): raise RuntimeError('bad')
    def test_a(self): pass
class BadTD(unittest.TestCase):
    @classmethod
    def tearDownClass(cls): raise RuntimeError('bad')
    def test_a(self): pass
class SkipCls(unittest.TestCase):
    @classmethod
    def setUpClass(cls): raise unittest.SkipTest('cls skip')
    def test_a(self): pass
class A(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self): print('asu')
    async def asyncTearDown(self): print('atd')
    async def test_x(self):
        import asyncio
        self.addAsyncCleanup(asyncio.sleep, 0)
        await asyncio.sleep(0); self.assertEqual(2, 2)
def setUpModule(): print('sum'); unittest.addModuleCleanup(print, 'mc')
def tearDownModule(): print('tdm')
if __name__ == '__main__':
    for kw in dict(verbosity=2), dict(), dict(buffer=True), dict(verbosity=0), dict(failfast=True):
        s = io.StringIO()
        r = unittest.main(argv=['x'], exit=False, testRunner=unittest.TextTestRunner(stream=s, **kw)).result
        print(re.sub(r'in \d\.\d+s', 'in 0.0s', s.getvalue()))
        print(r, len(r.collectedDurations))
