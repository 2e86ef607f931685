"""OrderedDict against a list: both ends, moving, iterators that notice, errors."""
from collections import OrderedDict
import random
random.seed(3)
d=OrderedDict(); ref=[]
for step in range(60000):
    k=random.randrange(40 if step<20000 else 2000); op=random.randrange(9)
    if op<3: 
        if k not in d: ref.append(k)
        d[k]=step
    elif op==3 and k in d: d.move_to_end(k); ref.remove(k); ref.append(k)
    elif op==4 and k in d: d.move_to_end(k,last=False); ref.remove(k); ref.insert(0,k)
    elif op==5 and d: assert d.popitem(last=False)[0]==ref.pop(0)
    elif op==6 and d: assert d.popitem()[0]==ref.pop()
    elif op==7 and k in d: del d[k]; ref.remove(k)
    if step%500==0:
        assert list(d)==ref and list(reversed(d))==ref[::-1] and len(d)==len(ref) and all(x in d for x in ref), step
print('ok')
q=dict()
for i in range(100000):
    q[i]=i
    if len(q)>1000: del q[next(iter(q))]
print(len(q), next(iter(q)))
for how in (lambda d,k: d.move_to_end(k), lambda d,k: d.move_to_end(k,False), lambda d,k: (d.pop(k), d.__setitem__('z',1)), lambda d,k: d.__setitem__('z',1), lambda d,k: d.__delitem__(k), lambda d,k: d.clear(), lambda d,k: d.__setitem__(k,5), lambda d,k: d.update(a=3,b=4), lambda d,k: d.popitem(False)):
  for view in (iter, lambda d:d.items(), lambda d:d.values(), reversed):
    d=OrderedDict.fromkeys('abc'); seen=[]
    try:
        for k in view(d):
            seen.append(k); how(d, k if isinstance(k,str) else k[0] if k else 'a')
            if len(seen)>10: break
    except Exception as e: print(type(e).__name__, e, seen)
    else: print(seen, d)
class LastUpdated(OrderedDict):
    def __setitem__(self,k,v):
        super().__setitem__(k,v); self.move_to_end(k)
x=LastUpdated(a=1,b=2); x['a']=3; print(x, list(x.items()), x==OrderedDict(b=2,a=3), x==dict(a=3,b=2))
for f in (lambda: OrderedDict().popitem(), lambda: OrderedDict(a=1).move_to_end('q'), lambda: OrderedDict()['x'], lambda: OrderedDict(1), lambda: OrderedDict().pop('x'), lambda: OrderedDict()+1, lambda: OrderedDict(a=1)<1, lambda: hash(OrderedDict()), lambda: OrderedDict.fromkeys(3), lambda: OrderedDict([1]), lambda: OrderedDict(1,2), lambda: setattr(OrderedDict,'q',1), lambda: OrderedDict().nope):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
