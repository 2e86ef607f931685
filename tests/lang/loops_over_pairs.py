"""Loops whose target takes pairs apart: items, enumerate, zip, and what looks like them."""

d={1:2,'a':3}
for k,v in d.items(): print(k,v)
for i,(a,b) in enumerate([(1,2),(3,4)]): print(i,a,b)
for p in enumerate('ab'):
    x,y=p; print(p,x,y)
for a,b in zip('abc',(1,2)): print(a,b)
for a,b,c in zip('abc',(1,2,3),[4,5,6]): print(a,b,c)
try:
    for a,b in zip('abc',(1,2),strict=True): print(a,b)
except ValueError as e: print(e)
try:
    for a,b in zip('ab',(1,2,3),strict=True): print(a,b)
except ValueError as e: print(e)
try:
    for a,b in zip('abc'): print(a,b)
except ValueError as e: print(e)
try:
    for k,v in d.items(): d[k+k]=1
except RuntimeError as e: print(e)
print([(v,k) for k,v in d.items()], {v:k for k,v in zip('ab','cd')})
class G:
    def __iter__(s): return s
    n=0
    def __next__(s):
        s.n+=1
        if s.n>2: raise StopIteration
        return s.n
for a,b in zip(G(),G()): print(a,b)
def gen():
    yield 1; raise KeyError('x')
try:
    for a,b in enumerate(gen(), 2**60): print(a,b)
except KeyError as e: print('KE',e)
class T: pass
t=T()
for t.a, t.b in zip('ab','cd'): print(t.a,t.b)
for d[0], d[1] in zip('ab','cd'): print(d)
def cells():
    fs=[]
    for i, c in enumerate('ab'): fs.append(lambda: (i,c))
    return [f() for f in fs]
print(cells())
a=[1,2,3]
for i, a[i] in enumerate('xy'): print(a)
i,a=5,6
for i, i in zip('ab','cd'): print(i)
g=((k,v) for k,v in {1:2}.items()); print(list(g))
async def f():
    for i, x in enumerate([1,2]): print(i,x)
import asyncio; asyncio.run(f())
