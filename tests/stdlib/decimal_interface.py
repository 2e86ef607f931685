# Formats, contexts, conversions, errors, mixing with other types.
from decimal import *
D=Decimal
def t(f,*a,**k):
    try: r=repr(f(*a,**k))
    except BaseException as e: r=type(e).__name__+' '+str(e)
    print(getattr(f,'__qualname__',f),a,k,r)
for v in ('0','-0','1','-1.5','123456.789','0.00001234','1e10','1e-10','-1234567890123456789012345678901234','NaN','sNaN12','-Inf','0E-5','0e3','99.995','0.5','2.5','-0.001','1E+400'):
    for s in ('','f','.2f','.0f','e','.3e','.0e','E','g','.3g','.0g','G','%','.1%','n',',','10','<10','>10.2f','^12.1f','=10','010','+','+.2f',' ','x<20','*^20.3e','z.1f','-z.0f',',.2f','020,.2f','015,','.10','.2','10.3','s','d','10d','.f','_','#','0=10','é>10','5.1','<010','015.1f','+015,.3f','20%'):
        t(format,D(v),s)
t(lambda: f"{D('1.5'):>{10}.{3}f}"); t(D(1).__format__,3)
for a,b,m in ((2,10,7),(3,-1,7),(0,0,7),(2,10,0),(2,3,1),(-3,3,7),('2.5',2,3),(10,100,13),('NaN',1,1)): t(pow,D(a),D(b),D(m))
c=Context(prec=5); print(c, c.flags, repr(c.traps)); 
for n,v in (('prec',0),('prec',-1),('prec',10**30),('prec','a'),('prec',1.5),('Emin',1),('Emax',-1),('rounding','x'),('rounding',3),('capitals',2),('clamp',2),('foo',1),('flags',3),('traps',[3]),('traps',{}),('flags',[Inexact])): t(setattr,c,n,v)
t(Context,prec=0); t(Context,rounding='x'); t(Context,foo=1); t(Context,traps=[5]); t(Context,7,ROUND_UP,-5,5,0,1,[Inexact],[Rounded])
t(setcontext,3); t(localcontext,3); t(localcontext,foo=1); t(localcontext,prec=0)
with localcontext(prec=4) as c:
    print(D(1)/3, getcontext() is c); c.traps[Inexact]=True; t(lambda: D(1)/3); print(c.flags[Inexact])
with localcontext(Context(prec=3)) as c: print(+D('1.23456'))
print(D(1)/3)
t(lambda: D(1)/0); t(lambda: D(0)/0); t(lambda: D('sNaN')+1); t(lambda: D(1)+1.5); t(lambda: 1.5+D(1)); t(lambda: D(1)<1.5); t(lambda: D('0.5')==0.5); t(lambda: D(1)=='1'); t(lambda: D(1)<'1'); t(lambda: D('NaN')<1); t(lambda: D('NaN')==D('NaN')); t(lambda: 10**D(400)**D(5)); t(lambda: D(2)**D('0.5')); t(lambda: 2**D(10)); t(lambda: D(7)%D(3)); t(lambda: -D(7)%3); t(lambda: -D(7)//2); t(lambda: divmod(-7,D(2)))
import fractions, numbers, copy
t(lambda: D('0.5')==fractions.Fraction(1,2)); t(lambda: D('0.5')<fractions.Fraction(2,3)); t(lambda: D(1)==1+0j); t(lambda: D(1)<1j); t(lambda: hash(D(3))==hash(3)); t(lambda: hash(D('0.5'))==hash(0.5)); t(lambda: hash(D('NaN'))!=0); t(lambda: hash(D('sNaN'))); t(lambda: hash(D('-Inf'))); t(lambda: isinstance(D(1),numbers.Number)); t(lambda: isinstance(D(1),numbers.Real)); t(lambda: copy.copy(D(1))); t(lambda: copy.deepcopy([D(1)]))
t(round,D('2.675'),2); t(round,D('2.5')); t(round,D('3.5')); t(round,D('-2.5')); t(round,D('1234'),-2); t(round,D('NaN')); t(round,D('Inf')); t(round,D(1),1.5); t(int,D('1e3')); t(int,D('NaN')); t(int,D('Inf')); t(float,D('sNaN')); t(float,D('1e400')); t(float,D('0.1')); t(complex,D(2)); import math; t(math.floor,D('-1.5')); t(math.ceil,D('1.5')); t(math.trunc,D('-1.5')); t(math.sqrt,D(2))
t(sum,[D('0.1')]*10); t(max,D(1),D(3)); t(sorted,[D(3),D(1),D('2.5'),2]); t(D.from_float,0.1); t(D.from_float,float('nan')); t(D.from_float,3); t(D.from_float,'1'); t(D('1.10').quantize,D('0.1'),ROUND_UP); t(D('1.15').quantize,D('.1'),rounding='x'); t(D('1').quantize,1.5); t(D('123').quantize,D('1e-30')); t(D(1).exp,3); t(D(1).ln,context=None); t(D('3.14').as_tuple); t(D('1').compare,'x')
c=Context(prec=3)
for n,a in (('add',(1,2)),('add',(D(1),'2')),('add',(D('1.234'),1)),('divide',(1,3)),('power',(2,10)),('power',(2,3,5)),('sqrt',(2,)),('exp',(1,)),('create_decimal',('1.23456',)),('create_decimal',(' 1',)),('create_decimal',('1_0',)),('create_decimal',(1.23456,)),('create_decimal_from_float',(0.1,)),('to_sci_string',(D('1e5'),)),('to_eng_string',(D('1e5'),)),('quantize',(D('1.234'),D('.1'))),('fma',(2,3,4)),('divmod',(7,2)),('remainder',(7,2)),('divide_int',(7,2)),('copy_sign',(1,-1)),('Etiny',()),('Etop',()),('radix',()),('is_nan',(1,)),('number_class',(1,)),('minus',(1,)),('plus',(D('1.2345'),)),('abs',(-1,)),('compare',(1,2)),('max',(1,2)),('logical_and',(101,110)),('logical_invert',(1,)),('canonical',(D(1),)),('canonical',(1,)),('copy_decimal',(D(1),)),('scaleb',(1,2)),('shift',(1,2)),('rotate',(123,1)),('next_plus',(1,)),('same_quantum',(1,2)),('to_integral_value',(D('1.5'),)),('normalize',(D('1.500'),)),('log10',(2,)),('ln',(2,)),('logb',(200,)),('copy_abs',(-1,)),('is_zero',(0,)),('multiply',(D('1.23'),D('4.56'))),('subtract',(3,5))): t(getattr(c,n),*a)
print(c.flags, c.copy().flags == c.flags); c.clear_flags(); c.clear_traps(); print(c)
import threading
getcontext().prec=10
def f(): print(getcontext().prec)
th=threading.Thread(target=f); th.start(); th.join()
print(BasicContext, ExtendedContext, DefaultContext, sep='\n')
class S(D):
    def __new__(cls,*a): return D.__new__(cls,*a)
    def __repr__(self): return 'S(%s)'%self
print(S('1.5'), repr(S('1.5')), type(S(1)+1), S('2')==2, type(+S(1)), D(S('3.5')), type(D(S('3.5'))), type(S.from_float(1.5)))
print(D('1.1')+D('2.2'), D('1')/D('7'), D('2').sqrt(), D(10).ln(), str(D('1E+2')), D('1E+2').to_eng_string(), '%s %.2f' % (D('1.5'),D('2.345')))
try: D(1).x=1
except AttributeError as e: print(e)
