# Operators and methods of pairs of edge values.
# test: heavy
from decimal import *
import decimal, math
def t(f,*a,**k):
    try: r=f(*a,**k); print(getattr(f,'__qualname__',f),a,k,repr(r))
    except BaseException as e: print(getattr(f,'__qualname__',f),a,k,type(e).__module__,type(e).__name__,e)
print(getcontext())
vals=[Decimal(x) for x in ('0','-0','1','-1','2','0.5','-2.5','3.14159','1e10','1e-10','123456789.987654321','9.999999999999999999999999999','-1e-400','NaN','sNaN5','-Inf','7','1e28','101','1.00')]
import operator as o
for a in vals:
    for b in vals:
        for f in (o.add,o.sub,o.mul,o.truediv,o.floordiv,o.mod,divmod,o.eq,o.lt,o.ge): t(f,a,b)
        for m in ('compare','compare_signal','compare_total','compare_total_mag','copy_sign','max','min','max_mag','min_mag','next_toward','quantize','remainder_near','rotate','same_quantum','scaleb','shift','logical_and','logical_or','logical_xor'): t(getattr(a,m),b)
