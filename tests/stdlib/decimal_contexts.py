# Operations on random numbers in contexts of small precision and range, with every rounding mode: results and flags.
# test: heavy
from decimal import *
import random, math
random.seed(5)
def fl(): 
    c=getcontext(); r=[s.__name__ for s in c.flags if c.flags[s]]; c.clear_flags(); return r
def t(f,*a,**k):
    fl()
    try: r=repr(f(*a,**k))
    except BaseException as e: r=type(e).__name__+' '+str(e)
    print(getattr(f,'__qualname__',f),a,k,r,fl())
D=Decimal
for prec,Emin,Emax,clamp,rnd in ((28,-999999,999999,0,ROUND_HALF_EVEN),(9,-99,99,1,ROUND_HALF_UP),(5,-9,9,0,ROUND_DOWN),(3,-5,5,0,ROUND_05UP),(4,-5,5,1,ROUND_CEILING),(6,-20,20,0,ROUND_FLOOR),(7,-20,20,0,ROUND_UP),(16,-383,384,1,ROUND_HALF_DOWN)):
  for traps in ([],[InvalidOperation,DivisionByZero,Overflow]):
    setcontext(Context(prec=prec,Emin=Emin,Emax=Emax,clamp=clamp,rounding=rnd,traps=traps))
    def rd():
        k=random.random()
        if k<0.05: return D(random.choice(['0','-0','1','Inf','-Inf','NaN','sNaN','NaN123456789012','0E+5','0E-30','1E+99','1E-20']))
        n=random.randrange(10**random.choice([1,2,4,9,20])); e=random.choice([0,0,-2,-5,3,10,-30,-8, Emin, Emax])
        return D((random.randrange(2),tuple(map(int,str(n))),e))
    for i in range(25):
        a,b,c=rd(),rd(),rd()
        for m in ('__add__','__sub__','__mul__','__truediv__','__floordiv__','__mod__','__divmod__','quantize','remainder_near','max','min','next_toward','compare','scaleb','max_mag','__eq__','__lt__'): t(getattr(a,m),b)
        for m in ('__pos__','__neg__','__abs__','normalize','sqrt','next_plus','next_minus','to_integral_exact','to_integral_value','logb','is_subnormal','number_class'): t(getattr(a,m))
        t(a.fma,b,c)
        if i%5==0:
            for m in ('exp','ln','log10'): t(getattr(a,m))
            if 'HALF' in rnd: t(pow,a,b); t(pow,a,random.randrange(-30,30)); t(pow,a.copy_abs() if not a.is_snan() else D(2),D(random.randrange(-50,50))/8)
