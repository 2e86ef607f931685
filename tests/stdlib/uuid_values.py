# UUIDs: forms, versions, comparisons.
import uuid, copy
def t(f,*a,**k):
    try: print(f(*a,**k))
    except Exception as e: print(type(e).__name__, e)
u=uuid.UUID('12345678-1234-5678-9234-567812345678')
print(repr(u),u,u.urn,u.fields,u.hex,u.variant,u.version,u.time,u.clock_seq,u.node,u.bytes,u.bytes_le,int(u),hash(u)==hash(u.int),u.is_safe)
for a in ['x','{12345678123456781234567812345678}','urn:uuid:12345678-1234-5678-1234-567812345678','zz345678123456781234567812345678','']: t(uuid.UUID,a)
for k in [dict(),dict(int=-1),dict(bytes=b'x'),dict(fields=(1,)),dict(int=1,version=9),dict(hex='1',int=1), dict(fields=(2**32,0,0,0,0,0)),dict(fields=(0,0,0,256,0,0)),dict(fields=(0,0,0,0,0,2**48)),dict(bytes_le=b'x'),dict(int=5,version=4),dict(bytes=b'0123456789abcdef'),dict(bytes_le=b'0123456789abcdef'),dict(int=2**128)]: t(uuid.UUID,**k)
print(uuid.uuid3(uuid.NAMESPACE_DNS,'python.org'),uuid.uuid5(uuid.NAMESPACE_URL,'http://x'),uuid.uuid5(uuid.NAMESPACE_OID,b'b'),uuid.NAMESPACE_X500)
a,b=uuid.uuid4(),uuid.uuid4(); print(a!=b,a.version,a.variant,len(str(a)),a==uuid.UUID(str(a)),uuid.uuid1().version,uuid.uuid1(5,6).node,uuid.uuid1(5,6).clock_seq,uuid.getnode()==uuid.getnode(),uuid.uuid1()<uuid.UUID(int=2**128-1))
t(setattr,u,'int',3); t(lambda: u<5); print(u==5, u<=u, sorted([uuid.UUID(int=2),uuid.UUID(int=1)]), {u:1}[u], copy.copy(u)==u, copy.deepcopy(u)==u, uuid.SafeUUID.safe)
for n in (0x0,0x8,0xc,0xe): print(uuid.UUID(int=n<<60).variant)
