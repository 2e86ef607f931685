def g1():
    try: yield 'y1'
    except GeneratorExit: return 'swallowed'
def g2():
    try:
        r = yield from g1()
        print('g2 got', r)
    except BaseException as e:
        print('g2 exc', repr(e)); raise
    yield 'after'
def g3():
    try: yield from g2()
    except BaseException as e: print('g3', repr(e)); raise
g=g3(); next(g)
try: print(g.throw(GeneratorExit('mine')))
except BaseException as e: print('out', repr(e))
g=g3(); next(g); print(g.close())
def bad():
    try: yield 1
    except GeneratorExit: yield 2
def o():
    try: yield from bad()
    except BaseException as e: print('o', repr(e)); raise
g=o(); next(g)
try: g.close()
except BaseException as e: print('out', repr(e))
g=o(); next(g)
try: print(g.throw(GeneratorExit))
except BaseException as e: print('out', repr(e))
def boom():
    try: yield 1
    finally: raise ValueError('boom')
def o2():
    try: yield from boom()
    except ValueError as e: print('o2', repr(e), repr(e.__context__)); yield 'rescued'
g=o2(); next(g)
print(g.throw(GeneratorExit))
g=o2(); next(g)
try: g.close()
except RuntimeError as e: print(e)
class It:
    def __iter__(s): return s
    def __next__(s): return 1
    def close(s): print('It.close')
def o3(): yield from It()
def o4():
    try: yield from o3()
    finally: print('fin o4')
g=o4(); next(g); g.close()
async def c1():
    try: await Fut()
    except GeneratorExit: print('c1 exit'); return 3
class Fut:
    def __await__(s): yield s
async def c2():
    try: print('r', await c1())
    except BaseException as e: print('c2', repr(e)); raise
c=c2(); c.send(None); c.close()
def reent():
    try: yield
    finally:
        try: next(top)
        except ValueError as e: print(e)
def mid(): yield from reent()
def topf(): yield from mid()
top=topf(); next(top); top.close()
import sys
sys.setrecursionlimit(200000)
def deep(n):
    if n: yield from deep(n-1)
    else: yield 1
for n in (10,900,20000):
    g=deep(n); next(g); g.close()
    print(n, g.gi_frame)
