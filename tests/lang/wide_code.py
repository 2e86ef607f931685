# test: heavy
# Many locals, constants, arguments, branches and nested blocks in one code object.
import sys, time
def run(name, src, check=None):
    run1(name,src)
def run1(name, src):
    try:
        ns={}
        exec(compile(src,'<w>','exec'),ns)
        r = ns.get('r')
        print(name, 'ok', r if not isinstance(r,(list,tuple,dict)) else len(r))
    except (TypeError,SyntaxError,RecursionError,MemoryError,OverflowError) as e:
        print(name, type(e).__name__, str(e)[:80])
for n in (255,257,1000):
    body=''.join(f'    v{i}={i}\n' for i in range(n))
    run(f'locals{n}', f'def f():\n{body}    return v{n-1}+v0+v{n//2}\nr=f()')
for n in (300,):
    run(f'consts{n}', 'r=0\n'+''.join(f'r+={i}.5\n' for i in range(n)))
    run(f'constsf{n}', 'def f():\n  r=0\n'+''.join(f'  r+={i}.5\n' for i in range(n))+'  return r\nr=f()')
    run(f'names{n}', ''.join(f'g{i}=1\n' for i in range(n))+f'r=g{n-1}')
    run(f'attrs{n}', 'class A: pass\na=A()\n'+''.join(f'a.x{i}={i}\n' for i in range(n))+f'r=a.x{n-1}+len(a.__dict__)')
    run(f'list{n}', 'r=['+','.join(map(str,range(n)))+']')
    run(f'list_calls{n}', 'f=int\nr=['+','.join('f()' for i in range(n))+']')
    run(f'tuple{n}', 'f=int\nr=('+','.join('f()' for i in range(n))+')')
    run(f'dict{n}', 'r={'+','.join(f'{i}:str({i})' for i in range(n))+'}')
    run(f'args{n}', 'def f(*a): return len(a)\nr=f('+','.join(map(str,range(n)))+')')
    run(f'kwargs{n}', 'def f(**a): return len(a)\nr=f('+','.join(f'k{i}={i}' for i in range(n))+')')
    run(f'params{n}', 'def f('+','.join(f'p{i}' for i in range(n))+f'): return p{n-1}\nr=f(*range({n}))')
    run(f'kwparams{n}', 'def f(*,'+','.join(f'p{i}={i}' for i in range(n))+f'): return p{n-1}\nr=f(p3=4)')
    run(f'cells{n}', 'def f():\n'+''.join(f'  v{i}={i}\n' for i in range(n))+'  def g():\n    return v0'+''.join(f'+v{i}' for i in range(1,200))+f'+v{n-1}\n  return g()\nr=f()')
    run(f'unpack{n}', ','.join(f'u{i}' for i in range(n))+f'=range({n})\nr=u{n-1}')
    run(f'jump{n}', 'r=0\nfor i in range(3):\n  if i==1:\n'+''.join(f'    r+={i%7}\n' for i in range(n))+'  else: r+=1\n')
    run(f'while{n}', 'def f():\n i=0;r=0\n while i<3:\n  i+=1\n'+''.join(f'  if i==2: r+=1\n' for i in range(n))+' return r\nr=f()')
    run(f'elif{n}', 'x=%d\nif x==-1: r=0\n'%(n-1)+''.join(f'elif x=={i}: r={i}\n' for i in range(n if n<1000 else 10000)) +'else: r="none"')
    run(f'match{n}', 'x=%d\nmatch x:\n'%(n-1)+''.join(f' case {i}: r={i}\n' for i in range(n)))
    run(f'funcs{n}', ''.join(f'def f{i}(): return {i}\n' for i in range(n if n<1000 else 20000))+'r=f200()')
    run(f'boolop{n}', 'r='+' or '.join('0' for i in range(n))+' or 5')
    run(f'compare{n}', 'x=1\nr='+' == '.join('x' for i in range(n)))
    run(f'try{n}', 'r=0\n'+''.join('try: r+=1\nexcept E: pass\n' for i in range(n if n<1000 else 30000)))
    run(f'with{n}', 'import contextlib\nr=0\n'+''.join('with contextlib.nullcontext(): r+=1\n' for i in range(n if n<1000 else 10000)))
    run(f'starargs{n}', 'def f(*a): return len(a)\nr=f('+','.join('*[1]' for i in range(n if n<1000 else 20000))+')')
    run(f'strcat{n}', 'r=len('+' '.join("'ab'" for i in range(n))+')')
    run(f'decor{n}', 'def d(f): return f\n'+'@d\n'*(n if n<1000 else 20000)+'def f(): pass\nr=f()')
    run(f'global{n}', 'def f():\n global '+','.join(f'g{i}' for i in range(n))+'\n g5=6\nf()\nr=g5')
    run(f'import{n}','from math import ('+','.join(f'pi as p{i}' for i in range(n if n<1000 else 20000))+')\nr=p5')
    run(f'assign{n}','='.join(f'a{i}' for i in range(n))+'=3\nr=a9')
    run(f'del{n}','r=[0]*3\n'+''.join(f'd{i}=1\n' for i in range(n))+'del '+','.join(f'd{i}' for i in range(n)))
    run(f'excepts{n}', 'try: 1/0\n'+''.join('except KeyError: pass\n' for i in range(n if n<1000 else 20000))+'except ZeroDivisionError: r=1')
    run(f'classes{n}', 'class A:\n'+''.join(f'  m{i}={i}\n' for i in range(n))+'r=len(vars(A))')
    run(f'lambda{n}', 'r=['+','.join('lambda: 0' for i in range(n if n<1000 else 20000))+']')
    run(f'slots{n}', 'class A: __slots__=['+','.join(f'"s{i}"' for i in range(n))+f']\na=A()\na.s5=7\na.s{n-1}=8\nr=a.s5+a.s{n-1}')
for depth in (10,20,21,50,90,99,100,101,150,300):
    for kind,head in (('if','if 1:'),('for','for i in [1]:'),('while','while 1:'),('with','with C():'),('try','try:')):
        src='class C:\n def __enter__(s): pass\n def __exit__(s,*a): pass\nr=0\n'
        for d in range(depth): src+=' '*d+head+'\n'
        src+=' '*depth+'r=%d\n'%depth
        if kind=='while': src+=' '*depth+'break\n'
        if kind=='while':
            src+=''.join(' '*d+'break\n' for d in range(depth-1,0,-1))
        if kind=='try':
            for d in range(depth-1,-1,-1): src+=' '*d+'finally: pass\n'
        run(f'{kind}{depth}',src)
# More than 65,536 of one thing: it works or is refused in so many words.
n = 66000
run('arguments', 'def f(*a): return len(a)\nr=f('+','.join(['1']*n)+')')
run('keywords', 'def f(**a): return len(a)\nr=f('+','.join(f'k{i}={i}' for i in range(5000))+')')
run('constants', 'def f():\n  r=0\n'+''.join(f'  r+={i}.5\n' for i in range(n))+'  return r\nr=f()')
run('a far jump', 'r=0\nfor i in range(3):\n  if i==1:\n'+''.join(f'    r+={i%7}\n' for i in range(n))+'  else: r+=1\n')
run('pieces of an f-string', 'x="a"\nr=len(f"'+'{x}-'*n+'")')
