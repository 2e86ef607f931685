# Construction from texts, tuples and numbers; functions of one number.
from decimal import *
import decimal, math
def t(f,*a,**k):
    try: r=f(*a,**k); print(getattr(f,'__qualname__',f),a,k,repr(r))
    except BaseException as e: print(getattr(f,'__qualname__',f),a,k,type(e).__module__,type(e).__name__,e)
print(getcontext())
for s in ('0','1','-1.5','1e5','1E-7','0.000001','0.0000001','-0','-0.00','NaN','-nan123','sNaN','inf','-Infinity','1_000.5',' 12 ','1__2','','abc','1e','e5','.','1.','.5','+.5e-3','１２','1e1000000000000000000000','1e-1000000000000000000000','0e99999999999999999999', '12 3', 'nan12x','١.٢', '1e999999', '1e1000000', '0x10', None, 1.5, 0.1, True, 10**30, (0,(1,2,3),-2),(1,(),0),(0,(1,),'F'),(0,(1,2),'n'),(0,(1,2),'N'),(2,(1,),0),(0,(10,),0),(0,(1,),'x'),(0,1,2),(0,(1,)),[0,[1,2],3],(0,(1,),1.5), b'1', 1j, Decimal('3')):
    t(Decimal,s)
for a in ('0','-0','1','-1','2','0.5','3.14159','1e10','1e-10','123456789.987654321','9.999999999999999999999999999','1e400','-1e-400','NaN','sNaN5','-Inf','Inf','7','-7','0.1','100'):
    A=Decimal(a)
    for m in ('adjusted','as_integer_ratio','as_tuple','exp','ln','log10','logb','sqrt','normalize','next_minus','next_plus','number_class','to_eng_string','to_integral_exact','copy_abs','copy_negate','is_normal','is_signed','is_zero','logical_invert','__abs__','__neg__','__pos__','__int__','__float__','__floor__','__ceil__','__round__','__hash__','__bool__','__str__','__complex__'):
        t(getattr(A,m)) if not (m=='__hash__' and a=='NaN') else 0
