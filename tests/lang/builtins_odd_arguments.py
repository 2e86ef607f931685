import warnings, sys, types
def t(f,*a,**k):
    try: r=f(*a,**k); print(getattr(f,'__name__',f), repr(r)[:90])
    except BaseException as e: print(getattr(f,'__name__',f), type(e).__name__, e)
t(sum,[],False); t(sum,[],True); t(sum,[True],False); t(sum,[],0.0); t(sum,[1],False)
t(exec,'1',[]); t(exec,'1',{},[]); t(exec,'1',{},3); t(eval,'1',[]); t(eval,'1',{},3); t(exec,1); t(eval,1); t(eval,compile('x=1','','exec'))
class D(dict):
    def __getitem__(s,k): return k
    def __missing__(s,k): return 'm'
class M:
    def __getitem__(s,k):
        if k=='a': return 12
        raise KeyError(k)
    def keys(s): return list('xyz')
def f():
    yield
t(exec,f.__code__)
def g(): 
    return x
x=5
def mk():
    y=1
    def h(): return y
    return h
t(exec,mk().__code__); t(exec,mk().__code__,{},{},closure=mk().__closure__); t(exec,mk().__code__,closure=()); t(exec,'1',closure=()); t(eval,mk().__code__)
class L:
    def __len__(s): return -5
t(len,L())
class L:
    def __len__(s): return -2**100
t(len,L())
class L:
    def __len__(s): return 2**100
t(len,L())
class L:
    def __len__(s): return 'a'
t(len,L()); t(bool,L())
class X:
    def __dir__(s): return 7
t(dir,X())
class X:
    def __dir__(s): return ['b','a','b']
t(dir,X())
class X:
    __dict__=property(lambda s:3)
t(dir,X())
class X:
    def __dir__(s): return [3,'a']
t(dir,X())
m=types.ModuleType('m'); 
class M2(types.ModuleType):
    __dict__=property(lambda s:3)
class S(str):
    def __bytes__(s): return b'abc'
t(bytes,S('x')); t(bytes,S('x'),'utf8')
class B:
    def __bytes__(s): return 3
t(bytes,B())
class I:
    def __index__(s): return 3
t(bytes,I()); t(bytearray,I()); t(bytes,-1); t(bytes,2**70); t(bytes,[256]); t(bytes,['a']); t(bytes,3.0); t(bytes,'a'); t(bytes,b'a','utf8'); t(bytes, 'a','utf8','strict'); t(bytes, encoding='utf8'); t(bytes,'a',errors='x')
def bj():
    b=bytearray(b',')
    def it():
        for i in range(3):
            b.clear(); yield b'a'
    return b.join(it())
t(bj)
def bj2():
    b=bytearray(b',')
    def it():
        b.clear(); yield b'a'; yield b'b'
    return b.join(it())
t(bj2)
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter('always')
    b=True; print(~b, ~False); print([str(x.message) for x in w], [x.category.__name__ for x in w])
t(type,'a\ud800',(),{}); t(type,'a\0',(),{}); t(type,b'a',(),{}); t(type,'a',3,{}); t(type,'a',(),3); t(type,'a',(3,),{}); t(type); t(type,1,2); t(type,'A',(),{'__qualname__':3}); t(type,'A',(),{'__slots__':3}); t(type,'A',(),{'__slots__':['1']}); t(type,'A',(),{},x=1); t(type,'A',(bool,),{}); t(type,'A',(int,str),{}); t(type,'A',(object,int),{})
t(round,1.5,None); t(round,'a'); t(round,2.5,'a'); t(abs,'a'); t(divmod,1,0); t(divmod,'a',1); t(pow,2,-1,5); t(pow,2,-1,4); t(pow,2,3,0); t(pow,2.0,3,4); t(pow,2,3,mod=5); t(pow,'a',2); t(hash,[]); t(hash,{}); t(hash,slice(1)); t(hash,(1,[])); t(chr,-1); t(chr,0x110000); t(chr,'a'); t(ord,'ab'); t(ord,b'ab'); t(ord,3); t(ord,bytearray(b'a'))
t(bin,1.0); t(hex,'a'); t(oct,None); t(int,'z',36); t(int,'1',1); t(int,'1',37); t(int,1,10); t(int,'1_0'); t(int,'1__0'); t(int,'_1'); t(int,' 12 '); t(int,'0x1',0); t(int,'010',0); t(int,'0',0); t(int,b'12'); t(int,'1\0'); t(int,float('nan')); t(int,float('inf')); t(int,base=10); t(int,[]); t(int,x=1); t(float,'1_0'); t(float,'1__0'); t(float,'nan(1)'); t(float,'infinity'); t(float,'+-1'); t(float,''); t(float,b'1.5'); t(float,[]); t(complex,'1+2j'); t(complex,'1 +2j'); t(complex,'1',2); t(complex,1,'2'); t(complex,'j'); t(complex,'(1+j)'); t(complex,[])
t(isinstance,1,'a'); t(isinstance,1,(int,'a')); t(isinstance,'a',(int,'a')); t(issubclass,1,int); t(issubclass,int,1); t(isinstance,1,int|str); t(isinstance,1,int|None); t(issubclass,int,int|str); t(isinstance,[],list[int]); t(isinstance,1,int|list[int])
