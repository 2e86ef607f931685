from unittest.mock import *  # test: heavy
from unittest import mock
import asyncio, inspect, re
def t(f, *a, **k):
    try: r = f(*a, **k)
    except BaseException as e: print(type(e).__name__, re.sub(r"id='\d+'", "id='N'", str(e)))
    else: print('->', re.sub(r"id='\d+'", "id='N'", repr(r)))
m = Mock(return_value=3)
print(m(1, a=2), m.called, m.call_count, m.call_args, m.call_args_list, m.mock_calls)
t(m.assert_called_with, 1); t(m.assert_called_once_with, 1, a=2); m(5); t(m.assert_called_once); t(m.assert_called_once_with, 5); t(m.assert_any_call, 9); t(m.assert_any_call, 1, a=2); t(m.assert_not_called); t(m.assert_has_calls, [call(1, a=2), call(5)]); t(m.assert_has_calls, [call(7)]); t(m.assert_has_calls, [call(5), call(1,a=2)], any_order=True); t(m.assert_has_calls, [call(5), call(6)], any_order=True)
t(Mock(name='nn').assert_called); t(Mock().assert_called_with, 3); t(lambda: m.assert_foo); t(lambda: m.called_once); t(lambda: m.asert_x)
print(m.call_args.args, m.call_args.kwargs, m.call_args_list == [call(1, a=2), call(5)], call(1) == ((1,),), call.a.b(1).c == call, repr(call.a.b(1).c(2)), call.a(1).b(2).call_list())
t(lambda: repr(Mock())); t(lambda: repr(MagicMock(name='foo').bar.baz())); t(lambda: repr(Mock(spec=int))); t(lambda: repr(Mock(spec_set=['a'])))
p = Mock(); p.a.b(1); p.c(2).d(3); p.a(4); print(p.mock_calls, p.method_calls, p.a.mock_calls, p.c.return_value.mock_calls)
s = Mock(side_effect=[1, ValueError('x'), 2]); t(s); t(s); t(s); t(s)
s = Mock(side_effect=KeyError('k')); t(s)
s = Mock(side_effect=lambda x: DEFAULT, return_value=7); t(s, 1)
mm = MagicMock(); print(len(mm), bool(mm), int(mm), float(mm), list(mm), 1 in mm, mm == mm, mm != mm, complex(mm)); mm.__len__.return_value = 4; print(len(mm)); mm.__getitem__.side_effect = lambda k: k * 2; print(mm[4]); mm.__iter__.return_value = [1,2]; print(list(mm), list(mm)); mm['x'] = 1; print(len(mm.mock_calls))
with mm as x: print(re.sub(r"id='\d+'", '', repr(x)))
t(lambda: mm < 3); t(lambda: re.sub(r"id='\d+'", '', repr(mm + 1))); print(hash(mm) == object.__hash__(mm)); 
class C:
    x = 1
    def __init__(self, a, b=2): pass
    def meth(self, p, q=1): return 5
    @classmethod
    def cm(cls, z): pass
    @staticmethod
    def sm(z): pass
    async def am(self, k): pass
    @property
    def prop(self): return 1
sp = Mock(spec=C); t(lambda: sp.nope); sp.meth(1); sp.foo = 3; print(isinstance(sp, C), sp.__class__); t(lambda: setattr(Mock(spec_set=C), 'foo', 1)); print(type(sp.am).__name__)
a = create_autospec(C); t(a); i = a(1); print(isinstance(i, C)); t(i.meth); t(i.meth, 1, 2, 3); t(i.meth, 1); t(i.meth.assert_called_once_with, p=1); t(lambda: i.nope); t(a.sm); t(a.sm, 1); t(a.cm); t(lambda: i.x); t(i, 1); print(a.mock_calls, type(i.am).__name__)
def fn(a, b=1, *, c=2): "doc"
f = create_autospec(fn, return_value=9); print(f(1, c=3), inspect.signature(f), f.__name__, f.__doc__, inspect.isfunction(f)); t(f); t(f, 1, 2, 3); t(f.assert_called_once_with, 1, c=3); t(f.assert_called_once_with, 1); print(f.called, f.call_count, f.call_args, f.mock_calls); t(create_autospec, Mock())
import os, os.path
with patch('os.getcwd', return_value='/x') as g: print(os.getcwd(), g.called)
print(os.getcwd() != '/x')
@patch.object(os, 'sep', '!')
@patch('os.listdir')
@patch('os.getpid', new=lambda: 42)
def g(ls): print(os.sep, os.getpid(), ls is os.listdir, os.listdir('x') is ls.return_value)
g()
t(patch('nodots').start) if 0 else t(lambda: patch('nodots')); t(patch('nosuchmod.x').start); t(patch('os.nosuch.x').start); t(patch.object, 'os', 'x')
with patch('os.nosuch', 1, create=True): print(os.nosuch)
print(hasattr(os, 'nosuch'))
d = {'a': 1}
with patch.dict(d, {'b': 2}, c=3): print(d)
with patch.dict(d, clear=True): print(d)
with patch.dict('os.environ', {'ZZ': 'q'}): print(os.environ['ZZ'])
print(d, 'ZZ' in os.environ)
with patch.multiple(C, x=5, meth=DEFAULT) as vals: print(C.x, sorted(vals), C.meth is vals['meth'])
t(patch.multiple, C)
p1 = patch.object(C, 'x', 10); p1.start(); print(C.x); patch.stopall(); print(C.x); print(p1.stop())
with patch.object(C, 'meth', autospec=True) as me: C(1).meth(3); t(lambda: C(1).meth()); print(me.call_args.args[1:])
with patch.object(C, 'prop', new_callable=PropertyMock) as pm: pm.return_value = 8; c = C(1); print(c.prop); c.prop = 3; print(pm.mock_calls)
with patch(__name__ + '.C') as MC: MC.return_value.meth.return_value = 'r'; print(C().meth())
with patch(__name__ + '.C', spec=True) as MC: t(lambda: MC.zip); t(lambda: MC().zip)
with patch('builtins.open', mock_open(read_data='l1\nl2\n')) as mo:
    with open('f') as h: print(h.read())
    print(list(open('f')), open('f').readline(), open('f').readlines())
    mo().write('w')
print(mo.mock_calls[:3]); mo.assert_called_with(); 
h = mock_open(read_data=b'ab')(); print(h.read(1), h.read())
o = Mock(); seal(o); t(lambda: o.foo); t(o); t(setattr, o, 'q', 1)
print(sentinel.foo, sentinel.foo is sentinel.foo, ANY == 3, [ANY] == [4], call(ANY) == call(3), ANY)
async def main():
    am = AsyncMock(return_value=4); print(await am(1), am.await_count, am.await_args); t(am.assert_awaited_once_with, 1); t(am.assert_awaited_with, 2); t(am.assert_not_awaited); t(AsyncMock().assert_awaited)
    am = AsyncMock(side_effect=[1, ValueError('q')]); print(await am())
    try: await am()
    except ValueError as e: print('VE', e)
    try: await am()
    except StopAsyncIteration: print('SAI')
    async def se(x): return x + 1
    print(await AsyncMock(side_effect=se)(4), asyncio.iscoroutinefunction(am), inspect.iscoroutinefunction(am))
    mm = MagicMock(); mm.__aenter__.return_value = 6
    async with mm as v: print(v)
    mm.__aiter__.return_value = [1, 2]; print([x async for x in mm])
    sp = Mock(spec=C); sp.am.return_value = 7; print(await sp.am(1))
    @patch(__name__ + '.fn2')
    async def pt(m): print(type(m).__name__); await fn2()
    await pt()
async def fn2(): pass
asyncio.run(main())
r = Mock(); r.x(1); r.y = 2; r.reset_mock(); print(r.mock_calls, r.y, r.x.called); del r.x; t(lambda: r.x)
mgr = Mock(); c1 = Mock(); mgr.attach_mock(c1, 'kid'); c1(3); print(mgr.mock_calls)
w = Mock(wraps=[3,1]); w.append(5); print(w.index(5)); cfg = Mock(**{'m.return_value': 3, 'n': 4}); print(cfg.m(), cfg.n); cfg.configure_mock(n=5); print(cfg.n)
class Thing:
    @patch('os.getpid')
    def test(self, m): return m
print(type(Thing().test()).__name__, sorted(x for x in dir(Mock(spec=['a','b'])) if not x.startswith('_')))
@patch('os.getpid', return_value=3)
class TT:
    def test_a(self, m): return os.getpid()
    def other(self): return os.getpid() != 3
print(TT().test_a(), TT().other(), mock.Mock is Mock)
nm = NonCallableMock(); t(lambda: nm()); nmm = NonCallableMagicMock(); print(len(nmm))
long = Mock(); [long(i, 'some quite long text to be wrapped') for i in range(4)]; print(long.mock_calls)
m = MagicMock(spec=['__len__', 'foo']); print(len(m)); t(lambda: m[0]); t(iter, m)
