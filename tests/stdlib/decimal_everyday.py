# Decimals as scripts use them: construction, subclasses, contexts of tasks and threads, errors, formats, powers.
import pickle, copy, asyncio, threading, statistics, fractions, json
from decimal import *
D=Decimal
class S(D):
    def __new__(cls, v, tag=None):
        self=super().__new__(cls, v); self.tag=tag; return self
s=S('1.5','x'); print(repr(s), s.tag, type(s+1), type(+s), s==D('1.5'), hash(s)==hash(1.5), copy.copy(s), copy.deepcopy(D('2')))
print(pickle.loads(pickle.dumps(D('-1.20E+5'))), pickle.loads(pickle.dumps(Context(prec=5, flags=[Inexact]))))
class C2(Context): pass
c=C2(prec=4); c.foo=1; print(c.foo, c, c.divide(1,3), type(c.copy()))
async def task(n):
    getcontext().prec=n; await asyncio.sleep(0); return D(1)/3
async def main(): print(await asyncio.gather(*[task(i) for i in (3,5,7)]), getcontext().prec)
asyncio.run(main())
r=[]
def th(): getcontext().prec=4; r.append(D(1)/7)
t=threading.Thread(target=th); t.start(); t.join(); print(r, D(1)/7)
print(D('1.5')==fractions.Fraction(3,2), D('1.5')<fractions.Fraction(5,3), fractions.Fraction(D('0.75')), statistics.mean([D('1.1'),D('2.2')]), D(1)==1.0, D(1)<1.5, D('NaN')==D('NaN'), D(1)!=None, D('1')==1+0j)
for f in (lambda: D('sNaN')<1, lambda: D('NaN')<1, lambda: hash(D('sNaN')), lambda: int(D('inf')), lambda: D(1)+1.5, lambda: D([1]), lambda: D(None), lambda: D(1).quantize(D('1e-40')), lambda: D('1e999999')*10, lambda: D(1)%0, lambda: 0**D(0), lambda: D(0)/0, lambda: D(-1).sqrt(), lambda: D(1).quantize(1, rounding='x'), lambda: setattr(getcontext(),'prec',0), lambda: setattr(getcontext(),'bogus',0), lambda: D(1).ln(3), lambda: getcontext().flags[3], lambda: D(1).real.__setattr__('a',1), lambda: format(D(1),'Q'), lambda: format(D(1),'_'), lambda: Context(flags=[3]), lambda: D((1,2)), lambda: D('1').compare('2'), lambda: D("1", "2")):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
for spec in ('', '.2f', '10.3f', '<10', '^10.1f', '+.3e', 'e', 'G', '%', '.1%', ',', '010,.2f', 'z.0f', '*>12,.1f', 'n', '.3g', '020', '-^20', '=+10', 'ü^9'):
    print(spec, [format(D(x), spec) for x in ('1234567.891', '-0.0004', 'NaN', '-Infinity', '0', '1E+10','-0')])
c=getcontext(); c.prec=28; c.clear_flags(); D(1)/3; print([k.__name__ for k,v in c.flags.items() if v], c.flags==dict(c.flags), len(c.traps))
c.traps[Inexact]=True
try: D(1)/3
except Inexact as e: print('inexact', e)
c.traps[Inexact]=False
print(D('١٢٣.٤'), D(' 1_000.5 '), D('1e5'), D('-.5e-3'), D('+inf'), D('-NaN12'), D('.'+'3'*50), D('123456789'*10)*2, D('1'*60)//D('7e56'), D('1'*60)%D('7e56'))
print(D(2)**200, D(2)**-3, D('1.01')**365, D(7)**D('0.3'), pow(D(3),5,7), D('2.5')**2, 2**D(3), D(10)**20)
print(round(D('2.675'),2), round(D('2.5')), round(D('-1234.5'),-2), D('1.25').__round__(1), D('1e3').to_integral_value(), D('1.7').__floor__(), D('1.2').__ceil__(), __import__('math').floor(D('-1.5')))
print(max(D('1.0'), D('1')), D('1.20').normalize(), D('1E+3').to_eng_string(), D('12345E+1').to_eng_string(), sorted([D(3),D('1.1'),2]), D('0.1')+D('0.2')==D('0.3'), float(D('1e-400')), float(D('123456789.123456789e-5')))
print(D.from_float(0.1), D(1.5e300)==1.5e300, D(5e-324), ExtendedContext, BasicContext, MAX_PREC, MIN_ETINY, HAVE_THREADS)
print(D(3).compare_total(D('3.0')), D('1').next_plus(), D(1).number_class(), D('1001').logical_and(D('1100')), D(5).remainder_near(3), D('1.5').fma(2,D('0.1')), D(12).shift(2), D('0.001').logb(), D(100).log10(), D(2).exp())
for e in ('1e999999999','1e-999999999'):
    try: print(D(e)+1)
    except Exception as x: print(type(x).__name__)
