# Objects that can be pickled and objects that cannot.
import pickle, copyreg, io, weakref, threading, re, decimal
for o in (threading.Lock(), re.match('a','a'), (x for x in ()), weakref.ref(type('A',(),{})), open('/dev/null'), __import__('sys'), object().__str__, iter(lambda:0,0), memoryview(b'x'), print.__self__, type(print), property(), staticmethod(len), classmethod(len), super, zip, range(3).__iter__, dict().keys(), dict().items(), (lambda:0).__code__, compile('1','f','eval'), __builtins__):
    try: print(type(o).__name__, len(pickle.dumps(o))>0)
    except Exception as e: print(type(o).__name__, type(e).__name__, re.sub('0x[0-9a-f]+','0x',str(e)))
class Meta(type):
    pass
class M(metaclass=Meta): pass
print(pickle.loads(pickle.dumps(M)) is M, pickle.loads(pickle.dumps(M())).__class__ is M)
class Singleton:
    _i=None
    def __new__(cls):
        if cls._i is None: cls._i=super().__new__(cls)
        return cls._i
    def __reduce__(self): return (Singleton, ())
print(pickle.loads(pickle.dumps(Singleton())) is Singleton())
class Tree:
    def __init__(self,v,k=()): self.v=v; self.kids=list(k); self.parent=None
    def __eq__(self,o): return self.v==o.v and self.kids==o.kids
t=Tree(1,[Tree(2),Tree(3,[Tree(4)])]);
for k in t.kids: k.parent=t
c=pickle.loads(pickle.dumps(t)); print(c==t, c.kids[0].parent is c)
class NoDict:
    __slots__=('x','__weakref__')
n=NoDict(); n.x=1; print(pickle.loads(pickle.dumps(n)).x)
class Prop:
    def __init__(self): self._x=1
    @property
    def x(self): return self._x
print(pickle.loads(pickle.dumps(Prop())).x)
class Gone: pass
s=pickle.dumps(Gone()); del Gone
try: pickle.loads(s)
except Exception as e: print(type(e).__name__, e)
class Hooked:
    def __init__(self,a): print('init'); self.a=a
    def __setstate__(self,s): print('setstate',s); self.__dict__=s
print(pickle.loads(pickle.dumps(Hooked(3))).a)
d={}; d[(1,2)]=d; e=pickle.loads(pickle.dumps(d)); print(e[(1,2)] is e)
class Node:
    def __hash__(self): return 1
n=Node(); n.s={n}; m=pickle.loads(pickle.dumps(n)); print(m in m.s)
import os, tempfile
path = os.path.join(tempfile.mkdtemp(), 'x.pkl')
with open(path,'wb') as f: pickle.dump([1,2],f); pickle.dump('b',f)
with open(path,'rb') as f:
    try:
        while True: print(pickle.load(f))
    except EOFError as e: print('EOF', e)
print(pickle.loads(pickle.dumps({'a':{1,2},'b':frozenset([3]),'c':b'x','d':bytearray(b'y'),'e':1+2j,'f':None,'g':...,'h':range(3),'i':slice(1)})))
