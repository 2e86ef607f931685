# The codecs and checksums of binascii over random bytes, and what is built by loops of their own from lists.
import binascii, base64, random
r=random.Random(5)
def t(f,*a,**k):
    try: return f(*a,**k)
    except Exception as e: return type(e).__name__, str(e), type(e).__mro__[1].__name__
for i in range(60):
    n=r.randrange(0,60)
    d=r.randbytes(n)
    alpha=b'ABCDabcd0189+/==== \n-_\xff'
    e=bytes(r.choice(alpha) for _ in range(r.randrange(0,14)))
    print(t(binascii.a2b_base64,e), t(binascii.a2b_base64,e,strict_mode=True))
    print(t(binascii.b2a_base64,d,newline=bool(i%2)), t(binascii.b2a_uu,d,backtick=bool(i%3)), t(binascii.crc32,d,r.randrange(-2**70,2**70)), t(binascii.crc_hqx,d,r.randrange(2**16)))
    u=t(binascii.b2a_uu,d)
    if isinstance(u,bytes):
        print(t(binascii.a2b_uu,u)); 
        m=bytearray(u); m[r.randrange(len(m))]=r.randrange(256); print(t(binascii.a2b_uu,bytes(m)), t(binascii.a2b_uu,bytes(m[:r.randrange(len(m))])))
    q=bytes(r.choice(b'abc .=_\t\r\n\x00\xe9\x80Z') for _ in range(r.randrange(0,200)))
    o=t(binascii.b2a_qp,q,r.random()<.5,r.random()<.5,r.random()<.5); print(o)
    print(t(binascii.a2b_qp,q,r.random()<.5), t(binascii.a2b_qp,o) if isinstance(o,bytes) else '')
    h=bytes(r.choice(b'0123456789abcdefABCDEFg') for _ in range(r.choice([2,4,5,6,8])))
    print(t(binascii.unhexlify,h), t(binascii.a2b_hex,h.decode()), t(binascii.hexlify,d,':'), t(binascii.b2a_hex,d,b'-',-2))
for x in (1, 'é', 'ab', None, [1], memoryview(b'abcd')[::2], bytearray(b'YWJj'), 'YWJj', 1.5):
    for f in (binascii.a2b_base64, binascii.b2a_base64, binascii.hexlify, binascii.unhexlify, binascii.crc32, binascii.a2b_uu, binascii.b2a_uu, binascii.a2b_qp, binascii.b2a_qp): print(f.__name__, t(f,x), t(f), t(f,x,1,2,3,4,5))
    print(t(binascii.crc_hqx,x,0), t(binascii.crc32,b'',x), t(binascii.crc_hqx,b'a',x))
print(binascii.Error.__module__, binascii.Incomplete.__mro__, binascii.Error)
from collections import deque
print(deque([1,2,3]), deque((1,2),1), deque([1]*5,maxlen=2)); d=deque([1]); d.extend([5,6]); d.extendleft([7,8]); print(d)
for x in ([1,2],[300],[-1],['a'],[1,None],(1,2,255),[True],[2**70],[1.5]): print(t(bytes,x), t(bytearray,x))
from types import SimpleNamespace as S
s=S(a=1,b=2); s.c=3; print(s, s.__dict__, vars(s), s==S(a=1,b=2,c=3)); s.__init__(a=5,z=1); print(s); print(S(**{'x y':1}), t(S,1), S(**{f'k{i}':i for i in range(30)})); 
class K(S):
    y=1
    def __init__(self, **k): super().__init__(**k); self.w=2
print(K(q=1), K(q=1).__dict__)
