import sys, threading, time, traceback
ev=threading.Event()
def a(x):
    y=x*2
    b(y)
def b(z):
    try: raise KeyError(z)
    except KeyError: ev.wait()

t=threading.Thread(target=a,args=(21,)); t.start(); time.sleep(0.1)
f=sys._current_frames()
print(sorted(f)==sorted([t.ident, threading.get_ident()]))
fr=f[t.ident]
while fr.f_code.co_name not in "ab": fr=fr.f_back
print(fr.f_code.co_name, fr.f_lineno, fr.f_locals, fr.f_back.f_code.co_name, fr.f_back.f_lineno, fr.f_back.f_locals)
print("".join(traceback.format_stack(fr)[-2:]))
print(repr(sys._current_exceptions()[t.ident]), sys._current_exceptions()[threading.get_ident()])
ev.set(); t.join()
async def x(): await y()
async def y(): await z()
import asyncio
async def z():
    q=sys._current_frames()[threading.get_ident()]
    n=[]
    while q: n.append(q.f_code.co_name); q=q.f_back
    print(n[:3])
asyncio.run(x())
