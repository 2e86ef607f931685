# Insertion into sorted lists: the places, keys, other sequences, wrong arguments, and the traceback of a comparison that fails.
import bisect, collections, inspect
a=[]
for x in (5,2,9,2,7,2.0,True): bisect.insort(a,x); print(a)
a=[]
for x in ('bb','a','ccc','dd'): bisect.insort_left(a,x,key=len); print(a)
d=collections.deque([1,3]); bisect.insort(d,2); print(d)
class L(list):
    def insert(self,i,x): print('insert',i,x); super().insert(i,x)
l=L([1,5]); bisect.insort_right(l,3); print(l)
for f,args,kw in ((bisect.insort,(),{}),(bisect.insort,([1],),{}),(bisect.insort,([1],'a'),{}),(bisect.insort,({},1),{}),(bisect.insort,((1,2),1),{}),(bisect.insort,([1,2],1,-1),{}),(bisect.insort,([1,2],1,0,9),{}),(bisect.insort_left,([1],2),{'key':3}),(bisect.insort,([1],2,0,1,None),{}),(bisect.insort,('abc','b'),{}),(bisect.insort,(None,1),{}),(bisect.insort,([],1),{'x':2}),(bisect.insort,([3,1],0),{'lo':1,'hi':None}),(bisect.insort_left,([1],2),{'foo':1})):
    try: print(f(*args,**kw), args)
    except Exception as e: print(type(e).__name__, e)
    
print(inspect.signature(bisect.insort), bisect.insort is bisect.insort_right, bisect.insort.__name__, bisect.insort_left.__module__, bisect.bisect.__name__)
a=[1,2,3]
bisect.insort(a, 'x')
